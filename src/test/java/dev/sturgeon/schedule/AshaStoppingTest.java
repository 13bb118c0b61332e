package dev.sturgeon.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.Trial.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AshaStoppingTest extends SchedulerContract {

  @Override
  Scheduler scheduler(long studySeed) {
    return new AshaStopping(births(studySeed, 27), Rehearsal.OBJECTIVE, 3, List.of(2, 6, 18));
  }

  @Test
  void aTrialGoesOnAtOnceOrIsGivenUpForGood() {
    Rehearsal rehearsal = new Rehearsal(scheduler(1), 2).run();
    assertThat(rehearsal.trials())
        .hasSize(27)
        .allMatch(t -> t.status() == Status.COMPLETED || t.status() == Status.DROPPED);
    assertThat(rehearsal.history().count(Status.DROPPED)).isGreaterThan(13);
    assertThat(rehearsal.said())
        .filteredOn(why -> !why.isEmpty())
        .allMatch(why -> why.startsWith("goes on: ") || why.startsWith("dropped: "));
  }

  @Test
  void theFirstToComeIsAmongTheBestSoFar() {
    Trial first = new Rehearsal(scheduler(1), 1).run().trials().get(0);
    assertThat(first.status()).isEqualTo(Status.COMPLETED);
  }
}
