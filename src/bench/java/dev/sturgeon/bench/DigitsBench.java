package dev.sturgeon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/**
 * Searches the digits with five study seeds and takes each winner's accuracy on the test part.
 *
 * <p>The seed also draws the split, so the spread covers the data as well as the search.
 */
public final class DigitsBench {
  private static final int SEEDS = 5;

  private DigitsBench() {}

  /** Runs the benchmark. */
  public static void main(String[] args) throws Exception {
    double[] dev = new double[SEEDS];
    double[] test = new double[SEEDS];
    double[] seconds = new double[SEEDS];
    for (int i = 0; i < SEEDS; i++) {
      Path directory = Command.studyDirectory("digits-" + i);
      String seed = Integer.toString(i + 1);
      JsonNode summary =
          Command.json(
              "caviar",
              "conf/digits.yaml",
              "--seed",
              seed,
              "--dir",
              directory.toString(),
              "--set",
              "confirm.enabled=false",
              "--json");
      dev[i] = summary.get("best").get("value").doubleValue();
      seconds[i] = summary.get("elapsedSeconds").doubleValue();
      JsonNode scores =
          Command.json("evaluate", "--model", directory.resolve("best").toString(), "--json");
      test[i] = scores.get("metrics").get("accuracy").doubleValue();
      Figures.print("digits.seed" + seed + ".dev", dev[i], "0.97");
      Figures.print("digits.seed" + seed + ".test", test[i], "-");
      Figures.print("digits.seed" + seed + ".seconds", seconds[i], "120");
    }
    Figures.print("digits.dev.mean", Figures.mean(dev), "0.97");
    Figures.print("digits.test.mean", Figures.mean(test), "-");
    Figures.print("digits.test.spread", Figures.spread(test), "-");
  }
}
