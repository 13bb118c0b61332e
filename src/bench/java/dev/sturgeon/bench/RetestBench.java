package dev.sturgeon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How often re-tests on unchanged data raise an alarm. Searches of the digits with different seeds
 * are each re-tested a few times, so that no single winner's luck decides; a re-test that advises a
 * new search, or finds the winner degraded, is an alarm.
 *
 * <p>The arguments are the number of re-tests, 40 where there is none, and keys to set, of the
 * search and of its re-tests alike.
 */
public final class RetestBench {
  private static final int OF_EACH = 4;
  private static final Set<Integer> ANSWERS = Set.of(0, 10, 11, 12);

  private RetestBench() {}

  /** Runs the benchmark. */
  public static void main(String[] args) throws Exception {
    int retests = args.length == 0 ? 40 : Integer.parseInt(args[0]);
    List<String> settings = List.of(args).subList(Math.min(1, args.length), args.length);
    Map<String, Integer> outcomes = new TreeMap<>();
    int alarms = 0;
    Path study = Path.of("");
    for (int i = 0; i < retests; i++) {
      if (i % OF_EACH == 0) {
        study = search(1 + i / OF_EACH, settings);
      }
      JsonNode retest = Command.here(ANSWERS, "retest", study.toString(), "--json");
      String outcome = retest.get("outcome").textValue();
      outcomes.merge(outcome, 1, Integer::sum);
      alarms += outcome.equals("RE_TUNE") || outcome.equals("DEGRADED") ? 1 : 0;
      String name = "retest." + (i + 1);
      Figures.print(name + ".outcome", outcome, "-");
      Figures.print(name + ".minGain", retest.get("minGain").doubleValue(), "-");
      print(name + ".gain.mean", retest.at("/gain/mean"));
      print(name + ".gain.low", retest.at("/gain/low"));
      print(name + ".gain.high", retest.at("/gain/high"));
    }
    outcomes.forEach((outcome, times) -> Figures.print("retest." + outcome, "" + times, "-"));
    Figures.print("retest.alarms", "" + alarms, "" + retests / 20);
  }

  private static void print(String name, JsonNode figure) {
    if (figure.isNumber()) {
      Figures.print(name, figure.doubleValue(), "-");
    }
  }

  private static Path search(int seed, List<String> settings) throws IOException {
    Path directory = Command.studyDirectory("retest-" + seed);
    List<String> command = new ArrayList<>(List.of("caviar", "conf/digits.yaml", "--json"));
    Collections.addAll(command, "--seed", "" + seed, "--dir", directory.toString());
    settings.forEach(setting -> Collections.addAll(command, "--set", setting));
    JsonNode unused = Command.here(Set.of(0), command.toArray(String[]::new));
    return directory;
  }
}
