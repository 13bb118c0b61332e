package dev.sturgeon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.spark.StudyStorage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Core-seconds of training until a trial reaches a good dev accuracy: {@code caviar} as it comes,
 * beside plain random search at full budget, on the same splits, over five seeds. The argument is
 * digits (0.97) or fashion (0.885); what follows is passed on, such as {@code --set
 * data.path=DIRECTORY}.
 */
public final class TargetBench {
  private static final int SEEDS = 5;

  private TargetBench() {}

  /** Runs the benchmark. */
  public static void main(String[] args) throws Exception {
    List<String> more = new ArrayList<>(List.of(args));
    boolean fashion = more.remove("fashion");
    more.remove("digits");
    String name = fashion ? "fashion" : "digits";
    String conf = fashion ? "conf/fashion-mnist.yaml" : "conf/digits.yaml";
    double target = fashion ? 0.885 : 0.97;
    double[] ours = new double[SEEDS];
    double[] plain = new double[SEEDS];
    for (int i = 0; i < SEEDS; i++) {
      List<String> search = new ArrayList<>(more);
      Collections.addAll(search, "--seed", "" + (i + 1), "--set", "search.target=" + target);
      ours[i] = coreSeconds(name + "-caviar-" + i, conf, target, search);
      Collections.addAll(search, "--set", "search.scheduler=full");
      Collections.addAll(search, "--set", "search.sampler=random");
      plain[i] = coreSeconds(name + "-random-" + i, conf, target, search);
      Figures.print("target." + name + ".seed" + (i + 1) + ".caviar.coreSeconds", ours[i], "-");
      Figures.print("target." + name + ".seed" + (i + 1) + ".random.coreSeconds", plain[i], "-");
    }
    Figures.print("target." + name + ".caviar.mean", Figures.mean(ours), "-");
    Figures.print("target." + name + ".random.mean", Figures.mean(plain), "-");
    Figures.print("target." + name + ".ratio", Figures.mean(plain) / Figures.mean(ours), "above 1");
  }

  /** Of all segments that had ended when the target was reached; infinite if it never was. */
  private static double coreSeconds(String study, String conf, double target, List<String> search)
      throws Exception {
    Path directory = Command.studyDirectory("target-" + study);
    List<String> command = new ArrayList<>(List.of("caviar", conf, "--master", "local[2]"));
    Collections.addAll(command, "--dir", directory.toString(), "--json");
    Collections.addAll(command, "--set", "search.maxDuration=1h", "--set", "search.maxTrials=500");
    Collections.addAll(command, "--set", "confirm.enabled=false");
    command.addAll(search);
    JsonNode summary = Command.json(command.toArray(String[]::new));
    double seconds =
        JournalReader.read(StudyStorage.open(directory.toString())).entries().stream()
            .map(entry -> entry.event())
            .filter(Event.SegmentEnded.class::isInstance)
            .mapToDouble(event -> ((Event.SegmentEnded) event).result().usage().wallSeconds())
            .sum();
    boolean reached = summary.at("/best/value").doubleValue() >= target;
    return reached ? seconds : Double.POSITIVE_INFINITY;
  }
}
