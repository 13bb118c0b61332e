package dev.sturgeon.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sturgeon.study.TrialExecutor.AnswerDropped;
import dev.sturgeon.study.TrialExecutor.Ended;
import dev.sturgeon.study.TrialExecutor.EpochDone;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.SegmentResult.Diverged;
import dev.sturgeon.trial.Usage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MailboxTest {
  private static final Scores SCORES = new Scores(0.5, 0.5);
  private static final CurvePoint POINT = new CurvePoint(1, 0.1, SCORES, SCORES, List.of(), 1);
  private static final SegmentResult RESULT =
      new Diverged(1, "loss is NaN", List.of(), new Usage("w", 0, 0));

  private final Mailbox mailbox = new Mailbox();

  @Test
  void letsOneAnswerToEachTokenThrough() throws InterruptedException {
    mailbox.expect(1);
    mailbox.ended(2, RESULT);
    mailbox.ended(1, RESULT);
    mailbox.ended(1, RESULT);

    assertThat(mailbox.take(Duration.ZERO))
        .containsExactly(new AnswerDropped(2), new Ended(1, RESULT), new AnswerDropped(1));
    assertThat(mailbox.dropped()).isEqualTo(2);
  }

  @Test
  void keepsTheOrderAndTellsNoEpochAfterTheEnd() throws InterruptedException {
    mailbox.expect(1);
    mailbox.epochDone(1, POINT);
    mailbox.ended(1, RESULT);
    mailbox.epochDone(1, POINT);

    assertThat(mailbox.take(Duration.ZERO))
        .containsExactly(new EpochDone(1, POINT), new Ended(1, RESULT));
  }

  @Test
  void aTokenIsOutOnlyOnce() {
    mailbox.expect(1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> mailbox.expect(1))
        .withMessageContaining("token 1");
  }

  @Test
  void tellsNothingOnceClosed() throws InterruptedException {
    mailbox.expect(1);
    mailbox.expect(2);
    mailbox.ended(1, RESULT);
    mailbox.close();
    mailbox.ended(2, RESULT);

    assertThat(mailbox.take(Duration.ZERO)).isEmpty();
  }
}
