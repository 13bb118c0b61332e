package dev.sturgeon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Caviar against panda at equal core-seconds, on the digits or (in a wide space) on Fashion-MNIST,
 * over five seeds: the table of {@code versus}. The argument is digits or fashion; further ones
 * such as {@code versus.seeds=2} are set. Which is better is an answer, not an aim.
 */
public final class VersusBench {

  private VersusBench() {}

  /** Runs the benchmark. */
  public static void main(String[] args) throws Exception {
    boolean fashion = args.length > 0 && args[0].equals("fashion");
    String name = "versus." + (fashion ? "fashion" : "digits");
    Path directory = Command.studyDirectory(name);
    List<String> command = new ArrayList<>(List.of("versus"));
    command.add(fashion ? "src/bench/conf/fashion.yaml" : "conf/digits.yaml");
    Collections.addAll(command, "--master", "local[2]", "--json", "--dir", directory.toString());
    Collections.addAll(command, "--set", "versus.coreSeconds=" + (fashion ? 1200 : 240));
    for (String arg : args) {
      if (arg.contains("=")) {
        Collections.addAll(command, "--set", arg);
      }
    }
    JsonNode figures = Command.json(command.toArray(String[]::new));
    Figures.print(name + ".coreSeconds", figures.get("coreSeconds").doubleValue(), "-");
    for (JsonNode seed : figures.get("seeds")) {
      String key = name + ".seed" + seed.get("seed");
      print(key + ".caviar", seed.get("caviar"));
      print(key + ".panda", seed.get("panda"));
      Figures.print(key + ".difference", seed.get("difference").doubleValue(), "-");
    }
    mean(name + ".caviar", figures.get("caviar"));
    mean(name + ".panda", figures.get("panda"));
    Figures.print(name + ".difference", figures.get("difference").doubleValue(), "-");
    Figures.print(name + ".low", figures.get("low").doubleValue(), "-");
    Figures.print(name + ".high", figures.get("high").doubleValue(), "-");
    Figures.print(name + ".verdict", figures.get("verdict").textValue(), "-");
  }

  private static void print(String key, JsonNode side) {
    mean(key, side);
    Figures.print(key + ".studies", side.get("studies").doubleValue(), "-");
    Figures.print(key + ".trials", side.get("trials").doubleValue(), "-");
  }

  private static void mean(String key, JsonNode figures) {
    Figures.print(key + ".dev", figures.get("dev").doubleValue(), "-");
    Figures.print(key + ".test", figures.get("test").doubleValue(), "-");
    Figures.print(key + ".coreSeconds", figures.get("coreSeconds").doubleValue(), "-");
    Figures.print(key + ".seconds", figures.get("seconds").doubleValue(), "-");
  }
}
