package dev.sturgeon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SeriesTest {
  private final Path directory;

  SeriesTest(@TempDir Path parent) throws IOException {
    directory = Files.createDirectory(parent.resolve("nightly"));
  }

  private Series series(String... names) throws IOException {
    for (String name : names) {
      Files.createDirectories(directory.resolve(name).resolve("journal"));
      Files.writeString(directory.resolve(name).resolve("journal/000001.jsonl"), "");
    }
    return Series.of(directory.toString());
  }

  @Test
  void aSeriesThatHasNotBegunIsEmpty() throws IOException {
    Series none = Series.of(directory.resolve("none").toString());
    assertThat(none.newest()).isEmpty();
    assertThat(none.current()).isEmpty();
    assertThat(none.next(LocalDate.of(2026, 11, 28))).isEqualTo("2026-11-28");
  }

  @Test
  void theOneThatCountsIsNamedInAFile() throws IOException {
    Series series = series("2026-11-27", "2026-11-28");
    series.setCurrent("2026-11-27");
    assertThat(series.current()).contains("2026-11-27");
    assertThat(directory.resolve("current")).hasContent("2026-11-27");
    assertThat(Series.study(directory.toString())).isEqualTo(directory + "/2026-11-27");
    assertThat(Series.model(directory.toString())).isEqualTo(directory + "/2026-11-27/best");
    String study = directory + "/2026-11-27";
    assertThat(Series.study(study)).isEqualTo(study);
    series.delete("2026-11-27");
    Series without = Series.of(directory.toString());
    assertThatThrownBy(without::current)
        .as("deleted by hand, or named wrongly")
        .isInstanceOf(DataException.class)
        .hasMessageContaining("current names 2026-11-27, which is not there", "2026-11-28");
  }

  @Test
  void whatNamesNoStudyIsRefused() throws IOException {
    Files.writeString(directory.resolve("current"), "../elsewhere\n");
    assertThatThrownBy(() -> Series.study(directory.toString()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("names no study of a day");
  }

  @Test
  void theOneThatCountsIsNeverSurplus() throws IOException {
    Series series = series("2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28");
    series.setCurrent("2026-11-25");
    assertThat(series.surplus(2, name -> true)).containsExactly("2026-11-26");
    assertThat(series.surplus(4, name -> true)).isEmpty();
    assertThat(series.surplus(9, name -> true)).isEmpty();
    assertThat(series.with("2026-11-29").surplus(2, name -> true))
        .containsExactly("2026-11-26", "2026-11-27");
  }

  @Test
  void whatWasLeftUnfinishedTakesNoPlaceAndGoes() throws IOException {
    Series series = series("2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29");
    Set<String> finished = Set.of("2026-11-25", "2026-11-26", "2026-11-28");
    assertThat(series.surplus(2, finished::contains))
        .as("the newest may be gone on with")
        .containsExactly("2026-11-25", "2026-11-27");
    series.setCurrent("2026-11-27");
    assertThat(series.surplus(3, finished::contains)).isEmpty();
  }

  @Test
  void directoriesOfOthersThatAreNamedAfterADayAreLeftAlone() throws IOException {
    Path mine = Files.createDirectories(directory.resolve("2026-11-27"));
    Files.writeString(mine.resolve("rows.csv"), "a,b");
    Files.createDirectories(directory.resolve("2026-11-29"));
    Series none = series();
    assertThat(none.newest()).isEmpty();
    Series.refuseIn(directory.toString());
    Series one = series("2026-11-26");
    assertThat(one.names()).containsExactly("2026-11-26");
    assertThat(one.with("2026-11-30").surplus(1, name -> true)).containsExactly("2026-11-26");
    assertThat(one.next(LocalDate.of(2026, 11, 27))).isEqualTo("2026-11-27-2");
  }

  @Test
  void aStudyThatOnlyHasADriverYetIsOneOfThem() throws IOException {
    Files.createDirectories(directory.resolve("2026-11-27/driver"));
    Files.writeString(directory.resolve("2026-11-27/driver/000001.json"), "{}");
    assertThat(series().newest()).contains("2026-11-27");
  }

  @Test
  void noStudyBeginsWhereASeriesLies() throws IOException {
    series("2026-11-27", "2026-11-28");
    assertThatThrownBy(() -> Series.refuseIn(directory.toString()))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("such as 2026-11-28", "add --new-if-finished");
    Series.refuseIn(directory.resolve("2026-11-28").toString());
    Series.refuseIn(directory.resolve("none").toString());
    Files.writeString(directory.resolve("file"), "");
    Series.refuseIn(directory.resolve("file/below").toString());
  }

  @Test
  void aStudyIsNoSeries() throws IOException {
    Files.createDirectory(directory.resolve("journal"));
    Files.writeString(directory.resolve("journal/000001.jsonl"), "");
    assertThatThrownBy(() -> Series.of(directory.toString()))
        .hasMessageContaining("is a study, and no directory of studies");
  }
}
