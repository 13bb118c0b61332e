package dev.sturgeon.bench.chaos;

import dev.sturgeon.bench.DispatchStudy;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.study.Clock;
import dev.sturgeon.study.SimulatedTrialExecutor;
import dev.sturgeon.study.VirtualClock;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Trial;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The wall clock jumps by an hour to and fro each time it is read, through the study's clock port.
 */
final class MovedClock implements Fault {
  private static final int TRIALS = 60;

  @Override
  public String name() {
    return "clock";
  }

  @Override
  public List<Finding> cause(Ground ground) throws Exception {
    Path study = ground.directory().resolve(ground.name(name()));
    VirtualClock time = new VirtualClock();
    try (SimulatedTrialExecutor executor =
        new SimulatedTrialExecutor(2, time, (segment, epoch) -> point(epoch))) {
      new DispatchStudy(study, TRIALS, 4, 0).run(executor, new Jumping(time));
    }
    Story story = Story.of(study);
    StudyState state = story.state();
    long expired = story.trials().stream().filter(t -> t.status() == Trial.Status.STOPPED).count();
    return List.of(
        Finding.exactly("completed", story.count(Trial.Status.COMPLETED), TRIALS),
        Finding.exactly("failed", story.count(Trial.Status.FAILED), 0),
        Finding.exactly("timedOut", expired, 0),
        Finding.exactly("repeatedSegments", story.repeated(), 0),
        Finding.exactly("studySeconds", Math.round(state.seconds()), TRIALS * 4 / 2));
  }

  private static CurvePoint point(int epoch) {
    Scores scores = new Scores(1.0 / epoch, 0.5);
    return new CurvePoint(epoch, 0.1, scores, scores, List.of(), 1);
  }

  /** Its seconds go on as they should. */
  private static final class Jumping implements Clock {
    private final Clock clock;
    private int reads;

    Jumping(Clock clock) {
      this.clock = clock;
    }

    @Override
    public Instant wall() {
      return clock.wall().plus(Duration.ofHours(reads++ % 3 - 1));
    }

    @Override
    public double seconds() {
      return clock.seconds();
    }
  }
}
