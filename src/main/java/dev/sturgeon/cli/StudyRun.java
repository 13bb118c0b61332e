package dev.sturgeon.cli;

import dev.sturgeon.api.StudyAnswer;
import dev.sturgeon.api.StudyRequest;
import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.study.Clock;
import dev.sturgeon.study.StudyListener;
import java.util.function.Function;

/** Runs a study with progress on standard error and its answer on standard output. */
final class StudyRun {

  private StudyRun() {}

  /** One of the api's ways to run a study. */
  interface Way {
    /** Runs it; the listener is made when the configuration is known. */
    StudyAnswer run(StudyRequest request, Function<StudyConf, StudyListener> listener)
        throws Exception;
  }

  static int of(StudyOptions options, Way way) throws Exception {
    Screen screen = Screen.on(System.err, Boolean.getBoolean("sturgeon.terminal"));
    StudyAnswer answer;
    try {
      answer = way.run(options.request(), conf -> new Progress(conf, Clock.system(), screen));
    } finally {
      screen.clear();
    }
    answer.notes().forEach(screen::say);
    options.output.answerAs(answer.text(), answer.summary().toJson());
    return answer.summary().best().isEmpty() ? ExitCode.NOTHING_TRAINED : ExitCode.OK;
  }
}
