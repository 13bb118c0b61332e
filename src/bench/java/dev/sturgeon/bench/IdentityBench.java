package dev.sturgeon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Runs the same search on one slot, on two, and in segments a quarter as long, and counts the
 * trials whose configuration, learning curve or value differ.
 */
public final class IdentityBench {
  private static final ObjectMapper JSON = new ObjectMapper();

  private IdentityBench() {}

  /** Runs the benchmark. */
  public static void main(String[] args) throws Exception {
    Map<Integer, String> one = trials("local[1]", 8);
    Map<Integer, String> two = trials("local[2]", 8);
    Map<Integer, String> quarters = trials("local[2]", 2);
    Figures.print("identity.trials", one.size(), "12");
    Figures.print("identity.slots.different", different(one, two), "0");
    Figures.print("identity.segments.different", different(one, quarters), "0");
  }

  private static long different(Map<Integer, String> a, Map<Integer, String> b) {
    return a.entrySet().stream()
            .filter(trial -> !trial.getValue().equals(b.get(trial.getKey())))
            .count()
        + Math.abs(a.size() - b.size());
  }

  /** By trial: its configuration and every epoch's scores, as text. */
  private static Map<Integer, String> trials(String master, int segmentEpochs)
      throws IOException, InterruptedException {
    Path directory = Command.studyDirectory("identity-" + master.charAt(6) + "-" + segmentEpochs);
    Command.json(
        "caviar",
        "conf/digits.yaml",
        "--master",
        master,
        "--dir",
        directory.toString(),
        "--json",
        "--set",
        "confirm.enabled=false",
        "--set",
        "search={scheduler: full, sampler: random, maxTrials: 12, maxEpochs: 8, segmentEpochs: "
            + (segmentEpochs + "}"));
    Map<Integer, String> trials = new TreeMap<>();
    Map<Long, Integer> tokens = new TreeMap<>();
    for (JsonNode event : events(directory)) {
      switch (event.path("event").asText()) {
        case "trialStarted" ->
            trials.put(event.get("trial").intValue(), event.get("configuration").toString());
        case "segmentIssued" ->
            tokens.put(
                event.get("segment").get("token").longValue(),
                event.get("segment").get("trial").intValue());
        case "segmentEnded" ->
            trials.merge(
                Objects.requireNonNull(tokens.get(event.get("token").longValue())),
                scores(event.get("result")),
                String::concat);
        default -> {}
      }
    }
    return trials;
  }

  private static String scores(JsonNode result) {
    StringBuilder text = new StringBuilder();
    for (JsonNode point : result.path("points")) {
      text.append(point.get("epoch")).append(point.get("train")).append(point.get("dev"));
    }
    return text.toString();
  }

  private static List<JsonNode> events(Path directory) throws IOException {
    try (var lines = Files.lines(directory.resolve("journal/000001.jsonl"))) {
      return lines.map(IdentityBench::parse).toList();
    }
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
