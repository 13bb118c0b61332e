package dev.sturgeon.spark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.data.SplitRule.Part;
import org.junit.jupiter.api.Test;

/** What released versions froze, as it stands in journals: every later version reads it. */
final class FrozenJsonTest {
  private static final String FIRST =
      "{\"rule\":{\"seed\":1,\"devShare\":0.25,\"testShare\":0.25,\"classes\":{\"n\":{\"testBelow\":100,"
          + "\"devBelow\":200}}},\"schema\":{\"columns\":[\"a\",\"y\"],\"label\":\"y\",\"id\":null,"
          + "\"features\":[{\"name\":\"a\",\"kind\":\"NUMERIC\"}],\"classes\":[\"n\",\"o\"]}}";

  @Test
  void readsWhatTheFirstVersionWrote() {
    Frozen frozen = Frozen.fromJson(FIRST);

    assertThat(frozen.rule().part("n", 99)).isEqualTo(Part.TEST);
    assertThat(frozen.rule().part("n", 199)).isEqualTo(Part.DEV);
    assertThat(frozen.rule().part("n", 200)).isEqualTo(Part.TRAIN);
    assertThat(frozen.schema().group()).isNull();
    assertThat(frozen.schema().classes()).containsExactly("n", "o");
    assertThat(Frozen.fromJson(frozen.toJson())).isEqualTo(frozen);
  }
}
