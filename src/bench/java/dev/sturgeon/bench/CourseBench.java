package dev.sturgeon.bench;

import dev.sturgeon.api.StudyRequest;
import dev.sturgeon.api.Sturgeon;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.spark.SparkApplication;
import dev.sturgeon.spark.StudyStorage;
import dev.sturgeon.study.StopSignal;
import dev.sturgeon.study.StudyListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the studies of {@code conf/course} with each of five seeds, all in one Spark session, and
 * looks for each one's stated effect. The first argument may be other seeds, such as 6-10; the
 * others name topics, none are all.
 *
 * <p>The seed also draws the split.
 */
public final class CourseBench {
  private static final String SEEDS = "1-5";
  private static final String CORES = "local[2]";

  private CourseBench() {}

  /** Runs the benchmark. */
  public static void main(String[] args) throws Exception {
    List<String> wanted = new ArrayList<>(List.of(args));
    boolean given = !wanted.isEmpty() && wanted.get(0).matches("[0-9]+-[0-9]+");
    String[] seeds = (given ? wanted.remove(0) : SEEDS).split("-", 2);
    int first = Integer.parseInt(seeds[0]);
    int last = Integer.parseInt(seeds[1]);
    Path directory = Command.studyDirectory("course");
    try (SparkApplication session = SparkApplication.start("course", CORES)) {
      for (CourseTopic topic : CourseTopic.ALL) {
        if (wanted.isEmpty() || wanted.contains(topic.name())) {
          run(topic, "course." + topic.name(), first, last, directory);
        }
      }
    }
  }

  private static void run(CourseTopic topic, String name, int first, int last, Path directory)
      throws Exception {
    int seen = 0;
    double longest = 0;
    for (int seed = first; seed <= last; seed++) {
      List<CourseStudy> studies = new ArrayList<>();
      for (String file : topic.files()) {
        CourseStudy study = study(file, seed, directory.resolve(file + "-" + seed).toString());
        longest = Math.max(longest, study.state().seconds());
        studies.add(study);
      }
      seen += topic.effect().test(studies) ? 1 : 0;
    }
    Figures.print(name + ".seconds", longest, "90");
    int seeds = last - first + 1;
    Figures.print(name + ".effect.seen", seen + " of " + seeds, seeds + " of " + seeds);
  }

  /** Runs one study in the Spark session there is. */
  static CourseStudy study(String file, int seed, String directory) throws Exception {
    StudyRequest request =
        new StudyRequest(
            "conf/course/" + file + ".yaml", List.of("seed=" + seed), directory, CORES);
    Sturgeon.search(request, conf -> StudyListener.silent(), new StopSignal());
    return new CourseStudy(
        StudyState.from(JournalReader.read(StudyStorage.open(directory)).entries()));
  }
}
