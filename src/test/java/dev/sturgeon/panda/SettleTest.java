package dev.sturgeon.panda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.space.Value;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When the learning rate is lowered for the end. */
final class SettleTest {

  @Test
  void aNoisyLossSettlesOnceAtTheEnd() {
    Views model = new Views();
    swing(model, 78);
    assertThat(settle(model)).as("not yet at the end").isEmpty();
    assertThat(settle(model.epochs(0.4, 0.35)))
        .hasValueSatisfying(
            advice ->
                assertThat(((Advice.Change) advice).values())
                    .containsOnly(Map.entry("learningRate", Value.of(0.003))));
    assertThat(settle(model.nudge("settle", "learningRate", 0.003).epochs(.3, .35, .3, .35)))
        .as("once")
        .isEmpty();
  }

  @Test
  void aLossThatStillFallsDoesNotSettleNorOneThatWasJustCut() {
    Views model = new Views();
    IntStream.range(0, 80).forEach(i -> model.epochs(2 * Math.pow(0.97, i)));
    assertThat(settle(model)).isEmpty();
    swing(model, 8);
    assertThat(settle(model.nudge("learningRate", 0.003).epochs(0.4, 0.35))).isEmpty();
    assertThat(settle(model.epochs(0.4))).as("a horizon later").isPresent();
  }

  /** It overruled what a person had ordered an epoch before, and the undoing of a raise. */
  @Test
  void whatWasJustChangedDoesNotSettle() {
    Views model = new Views();
    swing(model, 80);
    model.nudge("learningRate", 0.02).epochs(0.4);
    assertThat(settle(model)).isEmpty();
    assertThat(settle(model.epochs(0.35, 0.4))).isPresent();
  }

  @Test
  void theLastLookOfLongSegmentsIsTheEnd() {
    Views model = new Views(30);
    model.segment(2, 1, 0.8, 0.6, 0.5, 0.45, 0.4, 0.4, 0.35, 0.4);
    assertThat(settle(model, 10)).as("there is another look").isEmpty();
    model.segment(0.4, 0.35, 0.4, 0.35, 0.4, 0.35, 0.4, 0.35, 0.4, 0.35);
    assertThat(settle(model, 10)).isPresent();
  }

  @Test
  void aRateThatHasDecayedDoesNotSettle() {
    Views model = new Views().decaying(0.99);
    swing(model, 80);
    assertThat(settle(model)).isEmpty();
  }

  private static void swing(Views model, int epochs) {
    IntStream.range(0, epochs).forEach(i -> model.epochs(i % 2 == 0 ? 0.4 : 0.35));
  }

  private static Optional<Advice> settle(Views model) {
    return settle(model, 1);
  }

  private static Optional<Advice> settle(Views model, int segmentEpochs) {
    return Rules.make("settle", Rules.thresholds("settle")).look(model.view(segmentEpochs));
  }
}
