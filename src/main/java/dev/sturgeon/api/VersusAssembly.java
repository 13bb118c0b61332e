package dev.sturgeon.api;

import dev.sturgeon.conf.ConfigurationException;
import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.report.Contestant;
import dev.sturgeon.report.VersusFigures;
import dev.sturgeon.report.VersusPage;
import dev.sturgeon.report.Wording;
import dev.sturgeon.spark.SparkApplication;
import dev.sturgeon.store.Storage;
import dev.sturgeon.study.StopSignal;
import dev.sturgeon.study.StudyListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Compares searching and watching: trains one study after another, each an ordinary one, all in one
 * Spark application. What is left to do follows from the studies' journals alone.
 */
final class VersusAssembly {
  private static final double UNBOUNDED = Double.POSITIVE_INFINITY;

  private final StudyConf conf;
  private final VersusPlace place;
  private final PandaStart start;
  private final Function<StudyConf, StudyListener> listeners;
  private final StudyListener listener;
  private final StopSignal stop;
  private final VersusData data;

  /**
   * A comparison.
   *
   * @param listeners makes one for each study
   * @param stop asks to stop from outside
   */
  VersusAssembly(
      StudyConf conf,
      VersusPlace place,
      PandaStart start,
      Function<StudyConf, StudyListener> listeners,
      StopSignal stop) {
    this.conf = conf;
    this.place = place;
    this.start = start;
    this.listeners = listeners;
    this.listener = listeners.apply(conf);
    this.stop = stop;
    this.data = new VersusData(place, start, listener);
  }

  /** Compares, goes on with that, or answers from the journals if it is done. */
  VersusAnswer run(@Nullable String master)
      throws IOException, ConfigurationException, InterruptedException {
    Storage storage = place.storage();
    storage.checkUsable();
    try (Hold hold = Hold.take(storage, listener)) {
      VersusRule.check(place, conf, start);
      checkStudies();
      VersusRule.freeze(place, conf, start);
      place.forgetStop();
      boolean over = isOver();
      if (over) {
        listener.note(place.directory() + ": this comparison is finished; more versus.seeds go on");
      } else {
        over = compare(master);
      }
      VersusFigures figures = figures(over);
      write(storage, "versus.json", figures.toJson() + "\n");
      write(storage, "versus.html", VersusPage.of(figures));
      return VersusAnswer.of(figures);
    }
  }

  private static void write(Storage storage, String path, String text) throws IOException {
    storage.write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Long> seeds() {
    return LongStream.range(conf.seed(), conf.seed() + conf.versus().seeds()).boxed().toList();
  }

  /**
   * The two with this seed; which is first changes with each, for the first trains on a cold JVM.
   */
  private List<VersusSide> sides(long seed) {
    VersusSide caviar = new VersusSide.Caviar(conf, place, seed);
    VersusSide panda = new VersusSide.Panda(conf, place, seed, start);
    boolean first = Math.floorMod(seed - conf.seed(), 2L) == 0;
    return first ? List.of(caviar, panda) : List.of(panda, caviar);
  }

  private void checkStudies() throws IOException, ConfigurationException {
    for (long seed : seeds()) {
      for (VersusSide side : sides(seed)) {
        int begun = side.contestant().stints().size();
        for (int study = 1; study <= begun; study++) {
          String directory = side.directory(study);
          Resumption.check(side.conf(study), StudyPast.state(directory), directory);
        }
      }
    }
  }

  private boolean isOver() throws IOException {
    for (long seed : seeds()) {
      for (VersusSide side : sides(seed)) {
        if (side.next().isPresent()) {
          return false;
        }
      }
    }
    return true;
  }

  /** False where somebody asked to stop. */
  private boolean compare(@Nullable String master)
      throws IOException, ConfigurationException, InterruptedException {
    try (SparkApplication spark =
        SparkApplication.start(
            "sturgeon " + conf.name() + " versus",
            master,
            conf.search().trialLimits().hangAfter())) {
      for (long seed : seeds()) {
        for (VersusSide side : sides(seed)) {
          if (!isDone(side)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private boolean isDone(VersusSide side)
      throws IOException, ConfigurationException, InterruptedException {
    Optional<Agenda.Task> task = side.next();
    while (task.isPresent()) {
      if (isToStop() || !isDone(side, task.get())) {
        return false;
      }
      task = side.next();
    }
    return true;
  }

  private boolean isToStop() throws IOException {
    boolean asked = place.isAskedToStop();
    if (asked) {
      place.forgetStop();
    }
    return asked || stop.isRequested();
  }

  private boolean isDone(VersusSide side, Agenda.Task task)
      throws IOException, ConfigurationException, InterruptedException {
    StudyConf study = side.conf(task.study());
    String directory = side.directory(task.study());
    Terms terms;
    if (task instanceof Agenda.Train train) {
      listener.note(
          "seed %d, %s: may hold %s core-seconds; %s"
              .formatted(
                  study.seed(),
                  side.name(task.study()),
                  Wording.number(train.coreSeconds()),
                  directory));
      terms = new Terms(Aim.CONTEND, train.coreSeconds(), data);
    } else {
      terms = new Terms(Aim.MEASURE, UNBOUNDED, data);
    }
    return new StudyAssembly(study, directory, listeners.apply(study), stop, terms)
        .run(null)
        .finished();
  }

  private VersusFigures figures(boolean over) throws IOException {
    List<VersusFigures.Seed> seeds = new ArrayList<>();
    for (long seed : seeds()) {
      Contestant caviar = place.searched(seed);
      Contestant panda = place.watched(seed, start.charged());
      if (!caviar.stints().isEmpty() || !panda.stints().isEmpty()) {
        seeds.add(
            VersusFigures.Seed.of(
                seed, caviar.side(conf.objective()), panda.side(conf.objective())));
      }
    }
    return VersusFigures.of(
        new VersusFigures.Frame(
            conf.name(),
            place.directory(),
            conf.objective().metric(),
            conf.versus().coreSeconds(),
            start.from(),
            start.charged(),
            conf.versus().seeds()),
        over,
        seeds);
  }
}
