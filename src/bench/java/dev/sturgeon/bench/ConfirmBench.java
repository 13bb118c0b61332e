package dev.sturgeon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What is said of a search's winner less what it is worth, over many searches of the digits: by its
 * mean on fresh seeds that chose nothing, and by the test part. Before confirmation that is the dev
 * value the search chose its best by (on fresh seeds: its best of those that were trained to the
 * end, since no other is trained again); after it, the winner's confirmed mean.
 *
 * <p>The arguments are the number of searches, 20 where there is none, and keys to set.
 */
public final class ConfirmBench {
  private static final String AIM = "0.001";

  private ConfirmBench() {}

  /** How much too good the figures of one search are. */
  private record Optimism(
      double searchedOnSeeds, double searchedOnTest, double confirmedOnSeeds, double onTest) {}

  /** Runs the benchmark. */
  public static void main(String[] args) throws Exception {
    int searches = args.length == 0 ? 20 : Integer.parseInt(args[0]);
    List<Optimism> all = new ArrayList<>();
    for (int i = 1; i <= searches; i++) {
      Optimism one = search(i, List.of(args).subList(Math.min(1, args.length), args.length));
      String name = "confirm.seed" + i;
      Figures.print(name + ".before.freshSeeds", one.searchedOnSeeds(), "-");
      Figures.print(name + ".before.test", one.searchedOnTest(), "-");
      Figures.print(name + ".after.freshSeeds", one.confirmedOnSeeds(), "-");
      Figures.print(name + ".after.test", one.onTest(), "-");
      all.add(one);
    }
    print("before.freshSeeds", all.stream().mapToDouble(Optimism::searchedOnSeeds).toArray(), "-");
    print("before.test", all.stream().mapToDouble(Optimism::searchedOnTest).toArray(), "-");
    print("after.freshSeeds", all.stream().mapToDouble(Optimism::confirmedOnSeeds).toArray(), AIM);
    print("after.test", all.stream().mapToDouble(Optimism::onTest).toArray(), AIM);
  }

  private static void print(String name, double[] values, String aim) {
    Figures.print("confirm." + name + ".mean", Figures.mean(values), aim);
    Figures.print("confirm." + name + ".spread", Figures.spread(values), "-");
  }

  private static Optimism search(int seed, List<String> settings) throws IOException {
    Path directory = Command.studyDirectory("confirm-" + seed);
    List<String> command = new ArrayList<>(List.of("caviar", "conf/digits.yaml", "--json"));
    Collections.addAll(command, "--seed", "" + seed, "--dir", directory.toString());
    settings.forEach(setting -> Collections.addAll(command, "--set", setting));
    Collections.addAll(command, "--set", "confirm.enabled=false");
    JsonNode best = json(command.toArray(String[]::new)).get("best");
    JsonNode measured = json("evaluate", "--model", directory.resolve("best").toString(), "--json");
    JsonNode first = json("confirm", directory.toString(), "--json").get("confirmation");
    // Seeds that had no say in who won.
    JsonNode later = json("confirm", directory.toString(), "--again", "--json").get("confirmation");
    double searched = best.get("value").doubleValue();
    double confirmed = mean(first, first.get("winner").intValue());
    return new Optimism(
        searchedOnSeeds(later),
        searched - measured.at("/metrics/accuracy").doubleValue(),
        confirmed - mean(later, first.get("winner").intValue()),
        confirmed - first.at("/test/value").doubleValue());
  }

  private static double searchedOnSeeds(JsonNode confirmation) {
    return candidates(confirmation)
        .max(Comparator.comparingDouble(candidate -> candidate.get("searched").doubleValue()))
        .map(best -> best.get("searched").doubleValue() - best.get("mean").doubleValue())
        .orElseThrow();
  }

  private static JsonNode json(String... command) throws IOException {
    return Command.here(Set.of(0), command);
  }

  /** The mean dev value of a candidate's fresh runs. */
  private static double mean(JsonNode confirmation, int trial) {
    return candidates(confirmation)
        .filter(candidate -> candidate.get("trial").intValue() == trial)
        .mapToDouble(candidate -> candidate.get("mean").doubleValue())
        .findFirst()
        .orElseThrow();
  }

  private static Stream<JsonNode> candidates(JsonNode confirmation) {
    return StreamSupport.stream(confirmation.get("candidates").spliterator(), false);
  }
}
