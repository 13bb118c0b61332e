package dev.sturgeon.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.space.Value;
import dev.sturgeon.trial.Order;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pauses of a panda, and orders that come one upon the other. */
@Timeout(60)
final class PandaOrdersTest {
  private static final Map<String, Value> SLOW = Map.of("learningRate", Value.of(0.002));
  private static final String PAUSED =
      "noted paused by ann@node-1: it swings; `nudge DIR --resume` goes on";

  private static PandaBench panda(int epochs, int segmentEpochs) {
    return new PandaBench(epochs, segmentEpochs);
  }

  @Test
  void aPauseIsSaidOnceByEachDriver() throws Exception {
    PandaBench panda = panda(8, 1);
    panda.bench.around =
        executor -> panda.after(50, executor, () -> panda.bench.signal.finish("lunch"));
    panda.send(Order.Kind.PAUSE, 0);
    assertThat(panda.bench.run().reason()).isEqualTo(StopReason.REQUESTED);
    assertThat(panda.bench.told).containsOnlyOnce(PAUSED);

    panda.bench.signal = new StopSignal();
    panda.bench.around =
        executor -> panda.after(100, executor, () -> panda.send(Order.Kind.RESUME, 0));
    panda.run();
    assertThat(panda.bench.told.stream().filter(PAUSED::equals)).hasSize(2);
    assertThat(panda.model().epoch()).isEqualTo(8);
  }

  @Test
  void theLaterOfTwoWaysBackCounts() throws Exception {
    PandaBench panda = panda(24, 1);
    panda.whenSubmitted(
        segment -> {
          if (segment.trial().number() == 0 && segment.fromEpoch() == 14) {
            panda.send(Order.Kind.ROLLBACK, SLOW, 5);
            panda.send(Order.Kind.ROLLBACK, 12);
          }
        });
    panda.run();
    assertThat(panda.bench.replayed().history().trials()).hasSize(2);
    assertThat(panda.model().past().fromEpoch()).isEqualTo(12);
    assertThat(panda.model().configuration().real("learningRate")).isEqualTo(0.01);
    String said =
        "ann@node-1 asked for back to epoch 5 with learningRate=0.002: not obeyed, since another"
            + " way back was asked for after it";
    assertThat(panda.bench.events(Event.SearchNoted.class))
        .extracting(Event.SearchNoted::text)
        .containsExactly(said);
    assertThat(panda.bench.told).containsOnlyOnce("noted " + said);
  }
}
