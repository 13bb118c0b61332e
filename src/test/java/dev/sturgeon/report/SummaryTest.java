package dev.sturgeon.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SummaryTest {
  private final StudyState state = ReportSamples.finished();

  @Test
  void theJsonHasExactlyTheDocumentedFields() throws Exception {
    JsonNode json = json(state);
    assertThat(names(json))
        .containsExactly(
            "study",
            "directory",
            "trials",
            "completed",
            "failed",
            "diverged",
            "stopped",
            "dropped",
            "best",
            "confirmation",
            "elapsedSeconds",
            "failures",
            "executorsLost",
            "lateResults",
            "resumed");
    assertThat(names(json.get("best")))
        .containsExactly("trial", "value", "metric", "hyperparameters");
  }

  @Test
  void theFiguresAreTheStudys() throws Exception {
    JsonNode json = json(state);
    Trial best = state.history().best().orElseThrow();
    assertThat(json.get("study").asText()).isEqualTo("digits " + ReportSamples.NASTY);
    assertThat(json.get("directory").asText()).isEqualTo("studies/digits");
    assertThat(json.get("trials").asInt()).isEqualTo(40);
    assertThat(json.get("failed").asInt()).isEqualTo(3);
    assertThat(json.at("/failures/training failed").asInt()).isEqualTo(3);
    assertThat(json.get("diverged").asInt()).isEqualTo(3);
    assertThat(json.get("completed").asInt()).isEqualTo(34);
    assertThat(json.get("stopped").asInt()).isZero();
    assertThat(json.get("elapsedSeconds").asDouble()).isEqualTo(120);
    assertThat(json.get("resumed").isBoolean()).isTrue();
    assertThat(json.get("resumed").asBoolean()).isFalse();
    assertThat(json.at("/best/trial").asInt()).isEqualTo(best.id().number());
    assertThat(json.at("/best/metric").asText()).isEqualTo("accuracy");
    assertThat(json.at("/best/value").asDouble()).isEqualTo(best.scores().orElseThrow().metric());
    assertThat(json.at("/best/hyperparameters/learningRate").isDouble()).isTrue();
    assertThat(json.at("/best/hyperparameters/units").isIntegralNumber()).isTrue();
    assertThat(json.at("/best/hyperparameters/updater").isTextual()).isTrue();
  }

  @Test
  void withoutABestTheFieldIsNull() throws Exception {
    JsonNode json = json(ReportSamples.empty());
    assertThat(json.get("best").isNull()).isTrue();
    assertThat(json.get("trials").asInt()).isZero();
  }

  private static JsonNode json(StudyState state) throws Exception {
    return new ObjectMapper().readTree(Summary.of(state, "studies/digits").toJson());
  }

  private static List<String> names(JsonNode json) {
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
