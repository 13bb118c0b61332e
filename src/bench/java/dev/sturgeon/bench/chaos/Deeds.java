package dev.sturgeon.bench.chaos;

import dev.sturgeon.cluster.JavaProcess;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What trials are told to do, and how a search of them ends on the cluster. */
final class Deeds {

  private Deeds() {}

  /** Twenty; the bad ones come first and in between, so that no good one is ahead of them all. */
  static List<String> thirtyPercent(String deed) {
    List<String> deeds = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      deeds.add(i % 10 == 0 || i % 10 == 1 || i % 10 == 5 ? deed : "none");
    }
    return deeds;
  }

  /** So many that are all right, and others at these places. */
  static List<String> among(int good, String... bad) {
    List<String> deeds = new ArrayList<>(Collections.nCopies(good, "none"));
    for (int i = 0; i < bad.length; i++) {
      deeds.add(2 + 4 * i, bad[i]);
    }
    return deeds;
  }

  /** Runs the search to its end; returns the exit code. */
  static int run(Search search) throws Exception {
    try (JavaProcess driver = search.onCluster()) {
      return driver.await(Ground.PATIENCE);
    }
  }
}
