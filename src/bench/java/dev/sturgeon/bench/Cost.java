package dev.sturgeon.bench;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.spark.StudyStorage;
import dev.sturgeon.trial.Usage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a study took, in seconds.
 *
 * @param held slot-seconds in segments
 * @param cpu of the training threads, which other work on the machine does not lengthen
 */
record Cost(double held, double cpu) {
  static final Cost INFINITE = new Cost(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** Of all segments that have ended, by the study's journal. */
  static Cost of(Path study) throws IOException {
    List<Usage> usages =
        JournalReader.read(StudyStorage.open(study.toString())).entries().stream()
            .map(entry -> entry.event())
            .filter(Event.SegmentEnded.class::isInstance)
            .map(event -> ((Event.SegmentEnded) event).result().usage())
            .toList();
    return new Cost(
        usages.stream().mapToDouble(Usage::wallSeconds).sum(),
        usages.stream().mapToDouble(Usage::cpuSeconds).sum());
  }

  static Cost mean(List<Cost> costs) {
    return new Cost(
        Figures.mean(costs.stream().mapToDouble(Cost::held).toArray()),
        Figures.mean(costs.stream().mapToDouble(Cost::cpu).toArray()));
  }

  void print(String name) {
    Figures.print(name + ".coreSeconds", held, "-");
    Figures.print(name + ".cpuSeconds", cpu, "-");
  }
}
