package dev.sturgeon.bench.chaos;

import dev.sturgeon.cluster.JavaProcess;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * The driver is killed at random points of a strict search of 60 trials, which then goes on:
 * several times in each study, until the study ends.
 */
final class DriverKills implements Fault {
  private static final int SLOTS = 2;
  private static final int TRIALS = 60;

  /** So many drivers start sooner, by more than it takes to keep their classes. */
  private static final int WORTH_AN_ARCHIVE = 10;

  private static final String PLAIN = "-Xshare:auto";

  /** A driver is left this part of an undisturbed search, at most. */
  private static final double LONGEST_LIFE = 0.25;

  @Override
  public String name() {
    return "driver-kills";
  }

  @Override
  public List<Finding> cause(Ground ground) throws Exception {
    Path classes = ground.directory().resolve("driver-kills.jsa");
    int kills = ground.times(100);
    boolean archives = kills >= WORTH_AN_ARCHIVE;
    Search undisturbed = search(ground);
    finish(undisturbed, archives ? "-XX:ArchiveClassesAtExit=" + classes : PLAIN);
    Story wanted = undisturbed.story();
    Tally tally = new Tally(wanted);
    String archive = archives ? "-XX:SharedArchiveFile=" + classes : PLAIN;
    Random random = new Random(5);
    while (tally.kills < kills) {
      Search search = search(ground);
      while (!isTrained(search.story()) && tally.kills < kills) {
        kill(search, archive, random.nextDouble() * LONGEST_LIFE * wanted.state().seconds());
        tally.afterKill(search.story());
      }
      if (tally.kills < kills) {
        trainOut(search, archive);
      } else {
        finish(search, archive);
      }
      tally.end(search.story());
    }
    return tally.findings();
  }

  private static Search search(Ground ground) {
    return Search.digits(
        ground,
        "driver-kills",
        "space.units=24",
        "space.hiddenLayers=1",
        // Epochs of a tenth of a second and more: of shorter ones some are handed out ahead, which
        // are open at a kill although no slot has begun them.
        "space.batchSize=8",
        "space.learningRate.high=0.01",
        "search={scheduler: halving, strict: true, costAware: false, rounds: 1, sampler: random,"
            + " maxEpochs: 9, minEpochs: 1, maxTrials: "
            + TRIALS
            + "}");
  }

  /** Kills it so many seconds after it began to train. */
  private static void kill(Search search, String archive, double seconds)
      throws IOException, InterruptedException {
    int parts = search.story().state().parts().size();
    try (JavaProcess driver = search.local(archive)) {
      Ground.await(search, driver, story -> story.state().parts().size() > parts);
      TimeUnit.MILLISECONDS.sleep((long) (1000 * seconds));
    }
  }

  /** Lets it come to the end of the last trial: what follows takes long and trains nothing. */
  private static void trainOut(Search search, String archive)
      throws IOException, InterruptedException {
    try (JavaProcess driver = search.local(archive)) {
      Ground.await(search, driver, DriverKills::isTrained);
    }
  }

  private static boolean isTrained(Story story) {
    List<Trial> trials = story.trials();
    return trials.size() == TRIALS && trials.stream().allMatch(trial -> trial.status().isOver());
  }

  private static void finish(Search search, String option)
      throws IOException, InterruptedException {
    try (JavaProcess driver = search.local(option)) {
      int code = driver.await(Ground.PATIENCE);
      if (code != 0 || !Files.exists(search.study().resolve("best/network.zip"))) {
        throw new IOException("the search ended with exit code " + code + "\n" + driver.stderr());
      }
    }
  }

  /** What is counted over all studies. */
  private static final class Tally {
    private final Story undisturbed;
    private final List<Integer> redone = new ArrayList<>();
    private List<Stamped> seen = List.of();
    private int kills;
    private int studies;
    private int completed;
    private int lost;
    private int repeated;
    private int otherBest;
    private int otherTrials;

    Tally(Story undisturbed) {
      this.undisturbed = undisturbed;
    }

    void afterKill(Story story) {
      kills += isTrained(story) ? 0 : 1;
      checkKept(story);
      seen = story.entries();
    }

    /** What was on disk at a kill has to be there for ever. */
    private void checkKept(Story story) {
      int kept = Math.min(seen.size(), story.entries().size());
      if (!seen.equals(story.entries().subList(0, kept)) || kept < seen.size()) {
        lost++;
      }
    }

    void end(Story story) {
      checkKept(story);
      seen = List.of();
      studies++;
      completed += story.ends();
      // In epochs: a trial that may have killed a driver gets them one by one.
      lost += Math.max(0, undisturbed.epochs() - story.epochs());
      repeated += story.repeated() + Math.max(0, story.epochs() - undisturbed.epochs());
      redone.addAll(story.redone());
      otherBest += best(story).equals(best(undisturbed)) ? 0 : 1;
      for (int i = 0; i < undisturbed.trials().size(); i++) {
        otherTrials += outcome(story, i).equals(outcome(undisturbed, i)) ? 0 : 1;
      }
    }

    private static String best(Story story) {
      Trial best = story.state().history().leader().orElseThrow();
      return best.id() + " " + best.configuration() + " " + best.scores();
    }

    private static String outcome(Story story, int number) {
      Trial trial = story.trials().get(number);
      return trial.status() + " " + trial.epoch() + " " + trial.scores();
    }

    List<Finding> findings() {
      return List.of(
          Finding.atLeast("kills", kills, 1),
          Finding.known("studies", studies),
          Finding.known("completedSegments", completed),
          Finding.exactly("lostSegments", lost, 0),
          Finding.exactly("repeatedSegments", repeated, 0),
          Finding.known("redoneSegments", redone.stream().mapToInt(Integer::intValue).sum()),
          Finding.atMost("redonePerKillAndSlot", (double) Collections.max(redone) / SLOTS, 1),
          Finding.exactly("studiesWithAnotherBest", otherBest, 0),
          Finding.exactly("trialsWithAnotherOutcome", otherTrials, 0));
    }
  }
}
