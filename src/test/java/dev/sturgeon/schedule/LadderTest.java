package dev.sturgeon.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LadderTest {

  @Test
  void rungsAreThirdsOfThirds() {
    assertThat(Ladder.epochs(52, 3, 2)).containsExactly(2, 6, 17, 52);
    assertThat(Ladder.epochs(27, 3, 1)).containsExactly(1, 3, 9, 27);
    assertThat(Ladder.epochs(30, 3, 1)).containsExactly(1, 3, 10, 30);
    assertThat(Ladder.epochs(81, 3, 9)).containsExactly(9, 27, 81);
  }

  @Test
  void aBudgetTooSmallForRungsHasOnlyItsEnd() {
    assertThat(Ladder.epochs(1, 3, 1)).containsExactly(1);
    assertThat(Ladder.epochs(5, 3, 4)).containsExactly(5);
  }

  @Test
  void noEpochIsTwoRungs() {
    for (int most = 1; most < 200; most++) {
      for (double eta : List.of(1.1, 1.5, 2.0, 4.0)) {
        assertThat(Ladder.epochs(most, eta, 1)).doesNotHaveDuplicates().isSorted().endsWith(most);
      }
    }
  }

  @Test
  void placesReadAsPeopleSayThem() {
    assertThat(List.of(1, 2, 3, 4, 11, 12, 13, 21, 102, 111))
        .extracting(Places::text)
        .containsExactly(
            "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "111th");
  }
}
