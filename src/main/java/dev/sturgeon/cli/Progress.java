package dev.sturgeon.cli;

import static java.util.stream.Collectors.joining;

import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.data.Secrets;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.report.Wording;
import dev.sturgeon.study.Clock;
import dev.sturgeon.study.StudyListener;
import dev.sturgeon.trial.Confirmation;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Retest;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Shows a running study: what is done, what runs, what leads, how long it will take. */
final class Progress implements StudyListener {
  private final StudyConf conf;
  private final Metric metric;
  private final Clock clock;
  private final Screen screen;
  private final double begin;
  private final SortedMap<TrialId, String> running = new TreeMap<>();
  private final EpochTally epochs = new EpochTally();
  private @Nullable Trial best;
  private int done;

  private int failed;

  /** What is done with configurations that were found; null while they are searched. */
  private @Nullable Repeats repeats;

  private int repeated;

  /**
   * Runs that train known configurations again.
   *
   * @param word what that is called
   * @param runs how many there are to be
   * @param first the place of the first among the study's repeats
   * @param trials whether the study's own trials are among them
   */
  private record Repeats(String word, int runs, int first, boolean trials) {}

  Progress(StudyConf conf, Clock clock, Screen screen) {
    this.conf = conf;
    this.metric = conf.objective().metric();
    this.clock = clock;
    this.screen = screen;
    this.begin = clock.seconds();
  }

  @Override
  public void note(String sentence) {
    screen.say(Secrets.inMessage(sentence));
  }

  @Override
  public void begins(History history) {
    boolean first = epochs.isEmpty();
    done = 0;
    failed = 0;
    epochs.begin(history);
    history.trials().stream().filter(trial -> trial.status().isOver()).forEach(this::count);
    best = history.best().orElse(null);
    Repeats plan = repeats;
    repeated =
        plan == null
            ? 0
            : (int)
                history.repeats().stream()
                    .skip(plan.first())
                    .filter(run -> run.status().isOver())
                    .count();
    if (first) {
      epochs.endOfEarlier();
    }
    if (first && !history.trials().isEmpty()) {
      screen.say(conf.name() + ": going on; " + done + " trials were done before");
    }
  }

  @Override
  public void slots(int slots) {
    screen.say(conf.name() + ": training on " + slots + (slots == 1 ? " slot" : " slots"));
  }

  @Override
  public void noSlots(long seconds) {
    screen.say(
        "no executor has registered for "
            + (seconds + " s; check the master's address and that it has free cores and memory"));
  }

  @Override
  public void confirming(Confirmation plan) {
    repeats = new Repeats("confirming ", plan.runs(), plan.first(), false);
    String trials = plan.candidates().stream().map(TrialId::toString).collect(joining(", "));
    screen.say(
        "%s: confirming trials %s, each with %d fresh seeds"
            .formatted(conf.name(), trials, plan.seeds()));
  }

  @Override
  public void retesting(Retest plan) {
    repeats = new Repeats("re-testing ", plan.runs(), 0, true);
    screen.say(
        "%s: %d configurations with %d seeds, then the best of them and the winner, trial %s, with %d others"
            .formatted(
                conf.name(),
                plan.candidates(),
                plan.selectionSeeds(),
                plan.known().get(0).trial(),
                plan.seeds()));
  }

  @Override
  public void trialStarted(Trial trial) {
    running.put(trial.id(), "trial " + trial.id() + "  starting");
    show();
  }

  @Override
  public void trialPaused(Trial trial) {
    running.remove(trial.id());
    epochs.paused(trial);
  }

  @Override
  public void epochDone(TrialId trial, CurvePoint point) {
    epochs.reached(trial, point.epoch());
    running.put(
        trial,
        "trial %s  epoch %d/%d  %s"
            .formatted(trial, point.epoch(), conf.search().maxEpochs(), value(point.dev())));
    show();
  }

  @Override
  public void segmentLost(Segment segment, String message) {
    screen.say(
        "trial %s will go on from epoch %d: %s"
            .formatted(segment.trial(), segment.fromEpoch(), Secrets.inMessage(message)));
  }

  @Override
  public void trialEnded(Trial trial) {
    running.remove(trial.id());
    epochs.goesOn(trial.id());
    if (trial.id().isRepeat()) {
      repeated++;
    } else {
      count(trial);
    }
    // Most trials of a search that halves: no news.
    if (trial.status() != Trial.Status.DROPPED) {
      screen.say(sentence(trial));
    }
    show();
  }

  private void count(Trial trial) {
    epochs.over(trial);
    done++;
    boolean lost = trial.status() == Trial.Status.FAILED || trial.status() == Trial.Status.DIVERGED;
    if (lost) {
      failed++;
    }
  }

  @Override
  public void newBest(Trial trial) {
    best = trial;
    show();
  }

  @Override
  public void stopping(StopReason reason, String detail, int still) {
    screen.say("stopping: " + detail + "; " + still + " segments still running");
  }

  /** Clears what is shown in place. */
  void end() {
    screen.clear();
  }

  private String sentence(Trial trial) {
    String what =
        trial.scores().map(scores -> ": " + value(scores)).orElse("")
            + (trial.message().isEmpty() ? "" : ": " + Secrets.inMessage(trial.message()));
    return "trial %s %s after epoch %d%s"
        .formatted(trial.id(), trial.standing(), trial.epoch(), what);
  }

  private void show() {
    List<String> lines = new ArrayList<>();
    lines.add(headline());
    running.values().forEach(line -> lines.add("  " + line));
    screen.show(lines);
  }

  private String headline() {
    double seconds = clock.seconds() - begin;
    double rate = epochs.ofThisDriver() / Math.max(1e-9, seconds);
    StringBuilder line = new StringBuilder(conf.name());
    line.append("  ");
    Repeats plan = repeats;
    if (plan != null) {
      int over = repeated + (plan.trials() ? done : 0);
      line.append(plan.word()).append(over).append('/').append(plan.runs());
      line.append(" runs · ");
    } else if (!conf.isPanda()) {
      line.append(done).append('/').append(conf.search().maxTrials()).append(" done · ");
    }
    line.append(running.size()).append(" running · ");
    if (epochs.waiting() > 0) {
      line.append(epochs.waiting()).append(" paused · ");
    }
    line.append(failed).append(" failed");
    if (best != null) {
      line.append(" · best ").append(value(best.scores().orElseThrow()));
      line.append(" (trial ").append(best.id()).append(')');
    }
    if (plan == null && epochs.ofThisDriver() > 0) {
      line.append(String.format(Locale.ROOT, " · %.1f epochs/s", rate));
      line.append(" · ").append(epochs.left(conf.search(), rate, seconds)).append(" left");
    }
    return line.toString();
  }

  private String value(Scores scores) {
    return metric.label() + " " + Wording.score(scores.metric());
  }
}
