package dev.sturgeon.bench.chaos;

import dev.sturgeon.cluster.JavaProcess;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.store.NoSpace;
import dev.sturgeon.trial.Trial;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The file system of the study directory, a small one of its own, fills up while it is searched.
 */
final class FullDisk implements Fault {
  private static final int TRIALS = 12;

  @Override
  public String name() {
    return "disk-full";
  }

  @Override
  public List<Finding> cause(Ground ground) throws Exception {
    Path disk = Files.createDirectories(ground.directory().resolve(ground.name("disk")));
    if (run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()) != 0) {
      return List.of(
          new Finding("skipped", "mounting a tmpfs is not allowed here", "run it as root", true));
    }
    try {
      return findings(ground, disk);
    } finally {
      run("umount", "-l", disk.toString());
    }
  }

  private List<Finding> findings(Ground ground, Path disk) throws Exception {
    Search search =
        Search.digits(
                ground,
                name(),
                "space.units=32",
                "space.hiddenLayers=1",
                "space.learningRate.high=0.01",
                "search={scheduler: full, sampler: random, maxEpochs: 8, segmentEpochs: 2,"
                    + " maxTrials: "
                    + TRIALS
                    + "}")
            .in(disk.resolve("study"));
    Path filler = disk.resolve("filler");
    int full;
    String says;
    List<Stamped> before;
    try (JavaProcess driver = search.local()) {
      Ground.await(search, driver, story -> story.ends() >= 6);
      fill(filler);
      full = driver.await(Ground.PATIENCE);
      says = driver.stderr();
      before = search.story().entries();
    }
    Files.delete(filler);
    try (JavaProcess driver = search.local()) {
      int code = driver.await(Ground.PATIENCE);
      Story story = search.story();
      boolean kept = story.entries().subList(0, before.size()).equals(before);
      return List.of(
          Finding.exactly("full.exitCode", full, 5),
          Finding.saying("full.says", message(says), "no space left"),
          Finding.exactly(
              "full.stackTraces", says.lines().filter(l -> l.startsWith("\tat ")).count(), 0),
          Finding.exactly("resumed.exitCode", code, 0),
          Finding.exactly("resumed.lostEvents", kept ? 0 : 1, 0),
          Finding.exactly("resumed.repeatedSegments", story.repeated(), 0),
          Finding.exactly("completed", story.count(Trial.Status.COMPLETED), TRIALS));
    }
  }

  private static String message(String stderr) {
    return stderr
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).contains("space"))
        .reduce((first, second) -> second)
        .orElse("")
        .strip();
  }

  private static void fill(Path filler) throws IOException {
    try (OutputStream out = Files.newOutputStream(filler)) {
      byte[] piece = new byte[4096];
      while (true) {
        out.write(piece);
      }
    } catch (IOException full) {
      if (!NoSpace.isCause(full)) {
        throw full;
      }
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
