package dev.sturgeon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Trains 500 short digits trials in one JVM and watches its resident memory. */
public final class MemoryBench {
  private static final int TRIALS = 500;
  private static final int WARM = 100;

  private MemoryBench() {}

  /** Runs the benchmark. */
  public static void main(String[] args) throws Exception {
    Path directory = Command.studyDirectory("memory");
    Process process =
        Command.start(
            "caviar",
            "conf/digits.yaml",
            "--dir",
            directory.toString(),
            "--set",
            "confirm.enabled=false",
            "--set",
            "search={scheduler: full, sampler: random, maxEpochs: 2, maxTrials: " + TRIALS + "}");
    double warm = 0;
    double peak = 0;
    while (process.isAlive()) {
      Thread.sleep(500);
      double resident = Resident.NOW.megabytes(process.pid());
      long trials = ended(directory);
      if (resident > 0 && trials < WARM) {
        warm = Math.max(warm, resident);
      } else if (trials < TRIALS) {
        // What comes after the last trial, baselines and saving, is not the trials' doing.
        peak = Math.max(peak, resident);
      }
    }
    Figures.print("memory.trials", ended(directory), Integer.toString(TRIALS));
    Figures.print("memory.first100.mb", warm, "-");
    Figures.print("memory.peak.mb", peak, "-");
    Figures.print("memory.growth", peak / warm - 1, "0.10");
  }

  private static long ended(Path directory) throws IOException {
    Path journal = directory.resolve("journal/000001.jsonl");
    if (!Files.exists(journal)) {
      return 0;
    }
    try (var lines = Files.lines(journal)) {
      return lines.filter(line -> line.contains("\"segmentEnded\"")).count();
    }
  }
}
