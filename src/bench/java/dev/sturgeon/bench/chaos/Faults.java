package dev.sturgeon.bench.chaos;

import java.util.List;

/** The rows of the suite. */
public final class Faults {

  private Faults() {}

  /** All, in the order in which they are printed. */
  public static List<Fault> all() {
    return List.of(
        new DriverKills(),
        new ExecutorKills(),
        new ThrowingTrials(),
        new DivergingTrials(),
        new OutOfMemory(),
        new AbortedJvm(),
        new LocalCrash(),
        new Hangs(),
        new LocalHang(),
        new CutJournal(),
        new Speculation(),
        new FullDisk(),
        new MovedClock(),
        new MovedDriverClock(),
        new MutatedFiles());
  }
}
