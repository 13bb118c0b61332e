package dev.sturgeon.cli;

import dev.sturgeon.api.StudyAnswer;
import dev.sturgeon.api.StudyRequest;
import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.study.Clock;
import dev.sturgeon.study.StopSignal;
import dev.sturgeon.study.StudyListener;
import java.time.Duration;
import java.util.function.Function;

/** Runs a study with progress on standard error and its answer on standard output. */
final class StudyRun {

  private StudyRun() {}

  /** One of the api's ways to run a study, or several. */
  interface Way<A> {
    /** Runs it; the listener is made when the configuration is known. */
    A run(Function<StudyConf, StudyListener> listener, StopSignal stop) throws Exception;
  }

  /** One of them that begins with a configuration. */
  interface Begin {
    /** Runs it; the listener is made when the configuration is known. */
    StudyAnswer run(
        StudyRequest request, Function<StudyConf, StudyListener> listener, StopSignal stop)
        throws Exception;
  }

  static int of(StudyOptions options, Duration grace, Begin begin) throws Exception {
    return of(
        options.output, grace, (listener, stop) -> begin.run(options.request(), listener, stop));
  }

  static int of(Output output, Duration grace, Way<StudyAnswer> way) throws Exception {
    StudyAnswer answer = watched(grace, way);
    output.answerAs(answer.text(), answer.summary().toJson());
    return code(answer.finished(), answer);
  }

  static int code(boolean finished, StudyAnswer answer) {
    if (!finished) {
      return ExitCode.STOPPED;
    }
    return answer.summary().best().isEmpty() ? ExitCode.NOTHING_TRAINED : ExitCode.OK;
  }

  /** Runs with progress, and with signals that stop it. */
  static <A> A watched(Duration grace, Way<A> way) throws Exception {
    Screen screen = Screen.on(System.err, Integer.getInteger("sturgeon.terminal.columns", 0));
    try {
      return way.run(conf -> new Progress(conf, Clock.system(), screen), stopSignal(screen, grace));
    } finally {
      screen.clear();
    }
  }

  private static StopSignal stopSignal(Screen screen, Duration grace) {
    StopSignal stop = new StopSignal();
    StopSignals signals =
        new StopSignals(
            stop,
            screen,
            grace,
            StopSignals.Timer.ofThread(),
            () -> Runtime.getRuntime().halt(ExitCode.STOPPED));
    Interrupts.handle(signals::interrupt, signals::terminate);
    return stop;
  }
}
