package dev.sturgeon.bench.chaos;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.trial.Trial;
import java.util.ArrayList;
import java.util.List;

/** Six trials of twenty give outputs that are no numbers, whether more or less is better. */
final class DivergingTrials implements Fault {

  @Override
  public String name() {
    return "nan";
  }

  @Override
  public List<Finding> cause(Ground ground) throws Exception {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(findings(ground, "maximise", "accuracy"));
    findings.addAll(findings(ground, "minimise", "logLoss"));
    return findings;
  }

  private List<Finding> findings(Ground ground, String way, String metric) throws Exception {
    Search search =
        Search.ofDeeds(
            ground,
            name(),
            Deeds.thirtyPercent("nan"),
            "objective.metric=" + metric,
            "search.scheduler=asha",
            "search.maxEpochs=9",
            "search.minEpochs=1");
    int code = Deeds.run(search);
    Story story = search.story();
    int further =
        (int)
            story.told("nan").stream()
                .filter(trial -> trial.epoch() > 0 || story.issued(trial.id()) > 1)
                .count();
    return List.of(
        Finding.exactly(way + ".exitCode", code, 0),
        Finding.exactly(way + ".diverged", story.count(Trial.Status.DIVERGED), 6),
        Finding.exactly(way + ".eventsWithOneAsBest", led(story), 0),
        Finding.exactly(way + ".promoted", further, 0),
        Finding.atLeast(way + ".othersPromoted", story.all(Event.TrialPromoted.class).size(), 1));
  }

  private static int led(Story story) {
    StudyState state = new StudyState();
    int led = 0;
    for (Stamped entry : story.entries()) {
      state.apply(entry);
      if (state.started().isPresent()
          && state
              .history()
              .leader()
              .filter(best -> best.configuration().text("misdeed").equals("nan"))
              .isPresent()) {
        led++;
      }
    }
    return led;
  }
}
