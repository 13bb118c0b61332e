package dev.sturgeon.study;

import dev.sturgeon.journal.StudyState;
import dev.sturgeon.journal.Suspects;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialLimits;
import dev.sturgeon.trial.Usage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks after the segments that are out as time goes by: what makes no step is given up, what has
 * had its time is asked to end, and a suspect that has stood its test gets company.
 */
final class Supervision {
  private final TrialExecutor executor;
  private final Ledger ledger;
  private final StudyState state;
  private final Outstanding out;
  private final TrialLimits limits;
  private final Answers answers;
  private final List<Long> givenUp = new ArrayList<>();

  Supervision(
      TrialExecutor executor, Ledger ledger, Outstanding out, TrialLimits limits, Answers answers) {
    this.executor = executor;
    this.ledger = ledger;
    this.state = ledger.state();
    this.out = out;
    this.limits = limits;
    this.answers = answers;
  }

  /** Journals what time alone decides; returns the trials that it changed. */
  List<Trial> look() throws IOException {
    double now = ledger.seconds();
    List<Trial> changed = new ArrayList<>();
    for (Segment segment : out.silent(Answers.seconds(limits.hangAfter()), now)) {
      long token = segment.token();
      givenUp.add(token);
      answers.end(token, hung(out.ran(token, now))).ifPresent(changed::add);
    }
    return changed;
  }

  /** Has the executor do what follows; to be called once all is on disk. */
  void act() {
    givenUp.forEach(executor::abandon);
    givenUp.clear();
    double now = ledger.seconds();
    Duration most = limits.maxDuration();
    if (most != null) {
      out.tokens().stream()
          .filter(token -> trained(token, now) >= Answers.seconds(most))
          .filter(out::askToStop)
          .forEach(executor::stop);
    }
    out.alone().map(Segment::token).filter(token -> hasStoodTest(token, now)).ifPresent(this::join);
  }

  private double trained(long token, double now) {
    double before = out.get(token).map(s -> state.history().get(s.trial()).seconds()).orElse(0.0);
    return before + out.ran(token, now);
  }

  private boolean hasStoodTest(long token, double now) {
    Optional<Suspects.Record> record =
        out.get(token).flatMap(segment -> state.suspects().of(segment.trial()));
    return record.filter(known -> out.ran(token, now) < Quarantine.secondsAlone(known)).isEmpty();
  }

  private void join(long token) {
    executor.release(token);
    out.release();
  }

  /** Ends the trials that have killed too many drivers: nobody was left then to say so. */
  List<Trial> endGuilty() throws IOException {
    List<Trial> changed = new ArrayList<>();
    for (Segment segment : List.copyOf(state.open().values())) {
      Optional<String> guilt = state.suspects().of(segment.trial()).flatMap(Quarantine::guilt);
      if (guilt.isPresent()) {
        out.add(segment);
        answers
            .end(segment.token(), failed(FailureKind.KILLS_EXECUTOR, guilt.get(), 0))
            .ifPresent(changed::add);
      }
    }
    return changed;
  }

  private SegmentResult hung(double ran) {
    return failed(
        FailureKind.HANG,
        "made no step for %s s (search.hangAfter)".formatted(limits.hangAfter().toSeconds()),
        ran);
  }

  private static SegmentResult failed(FailureKind kind, String message, double seconds) {
    return new SegmentResult.Failed(kind, message, new Usage("", seconds, 0));
  }
}
