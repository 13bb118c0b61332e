package dev.sturgeon.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import dev.sturgeon.train.EpochReporter.Verdict;
import dev.sturgeon.trial.CheckpointRef;
import dev.sturgeon.trial.Checkpoints;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.LayerNorms;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.TrialId;
import dev.sturgeon.trial.Usage;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MessageCodecTest {
  private static final Configuration CONFIGURATION =
      Configuration.of(
          Map.of("rate", Value.of(1e-3), "layers", Value.of(3L), "cell", Value.of("naïve ✓")));
  private static final CheckpointRef ON_DISK =
      new CheckpointRef("checkpoints/1", "a".repeat(64), 2);
  private static final Checkpoints CHECKPOINTS = new Checkpoints(ON_DISK, ON_DISK);
  private static final CurvePoint POINT =
      new CurvePoint(
          2,
          0.1,
          new Scores(0.5, 0.9),
          new Scores(Double.NaN, Double.NEGATIVE_INFINITY),
          List.of(new LayerNorms("0", 1, Double.POSITIVE_INFINITY)),
          0.25);
  private static final Usage USAGE = new Usage("1@host", 3, 2);

  @ParameterizedTest
  @MethodSource
  void requestsArriveAsTheyWere(Request request) {
    byte[] bytes = MessageCodec.REQUESTS.encode(request);
    assertThat(MessageCodec.REQUESTS.decode(bytes)).isEqualTo(request);
  }

  static Stream<Request> requestsArriveAsTheyWere() {
    return Stream.of(
        new Request.Next(1, -2, "driver", 0, null),
        next(
            new SegmentResult.Advanced(
                2, SegmentResult.Ending.EARLY, List.of(POINT, POINT), CHECKPOINTS, USAGE)),
        next(new SegmentResult.Diverged(3, "loss NaN", List.of(), USAGE)),
        next(new SegmentResult.Failed(FailureKind.EXCEPTION, "x".repeat(100_000), USAGE)),
        new Request.News(1, 2, Long.MAX_VALUE, POINT),
        new Request.News(1, 2, Long.MIN_VALUE, null));
  }

  private static Request next(SegmentResult result) {
    return new Request.Next(1, 2, "7", 1, new Request.Answer(5, result));
  }

  @ParameterizedTest
  @MethodSource
  void repliesArriveAsTheyWere(Reply reply) {
    assertThat(MessageCodec.REPLIES.decode(MessageCodec.REPLIES.encode(reply))).isEqualTo(reply);
  }

  static Stream<Reply> repliesArriveAsTheyWere() {
    return Stream.of(
        new Reply.Work(new Segment(new TrialId(1), CONFIGURATION, -9, 0, 4, 8, null, 1)),
        new Reply.Work(new Segment(new TrialId(1), CONFIGURATION, 9, 2, 4, 8, CHECKPOINTS, 2)),
        new Reply.Pause(),
        new Reply.End(),
        new Reply.Withdraw(),
        new Reply.GoOn(Verdict.STOP));
  }

  @Test
  void halfAMessageIsRefused() {
    byte[] whole = MessageCodec.REQUESTS.encode(new Request.News(1, 2, 3, POINT));
    for (int length = 0; length < whole.length; length++) {
      byte[] half = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> MessageCodec.REQUESTS.decode(half))
          .as("%s bytes", length)
          .isInstanceOf(UncheckedIOException.class);
    }
  }

  @Test
  void whatTheConstructorRefusesIsDamaged() {
    Segment good = new Segment(new TrialId(1), CONFIGURATION, -9, 0, 4, 8, null, 1);
    byte[] bytes = MessageCodec.SEGMENTS.encode(good);
    bytes[bytes.length - 1 - Long.BYTES] = 1;
    assertThatThrownBy(() -> MessageCodec.SEGMENTS.decode(bytes))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void aTypeThatIsNoPlainValueIsRefused() {
    record Wrong(Thread thread) {}
    assertThatThrownBy(() -> new MessageCodec<>(Wrong.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a message has no java.lang.Thread");
  }
}
