package dev.sturgeon.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DatedNamesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

  @Test
  void theOldestComesFirstAndWhatIsNoDayIsLeftOut() {
    assertThat(
            DatedNames.in(
                List.of("2026-11-28", "2026-11-28-10", "2026-11-28-2", "2026-10-01", "current")))
        .containsExactly("2026-10-01", "2026-11-28", "2026-11-28-2", "2026-11-28-10");
  }

  @Test
  void aSecondOneOfADayHasANumber() {
    assertThat(DatedNames.next(List.of("2026-11-27-7"), DAY)).isEqualTo("2026-11-28");
    assertThat(DatedNames.next(List.of("2026-11-28"), DAY)).isEqualTo("2026-11-28-2");
    assertThat(DatedNames.next(List.of("2026-11-28", "2026-11-28-9"), DAY))
        .isEqualTo("2026-11-28-10");
    assertThat(DatedNames.next(List.of("2026-11-28-3"), DAY))
        .as("where earlier ones were deleted")
        .isEqualTo("2026-11-28-4");
  }
}
