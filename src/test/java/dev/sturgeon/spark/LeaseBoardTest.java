package dev.sturgeon.spark;

import static dev.sturgeon.spark.FakeWork.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.spark.FakeWork.Deed;
import dev.sturgeon.study.TrialExecutor.Ended;
import dev.sturgeon.study.TrialExecutor.EpochDone;
import dev.sturgeon.study.TrialExecutor.Event;
import dev.sturgeon.train.EpochReporter.Verdict;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.SegmentResult.Diverged;
import dev.sturgeon.trial.SegmentResult.Failed;
import dev.sturgeon.trial.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class LeaseBoardTest {
  private static final Reply END = new Reply.End();
  private static final Reply PAUSE = new Reply.Pause();
  private static final Reply STOP = new Reply.GoOn(Verdict.STOP);
  private static final Reply CONTINUE = new Reply.GoOn(Verdict.CONTINUE);

  private final Mailbox mailbox = new Mailbox();
  private final List<Long> launched = new ArrayList<>();
  private final List<Long> cancelled = new ArrayList<>();
  private final List<String> places = new ArrayList<>();
  private final FakeRoom room = new FakeRoom();
  private final AtomicLong nanos = new AtomicLong();
  private final LeaseBoard board =
      new LeaseBoard(
          mailbox,
          new FakeLauncher(),
          new LeaseRoom(room),
          2,
          nanos::get,
          Duration.ofSeconds(5),
          Duration.ofSeconds(1));

  @Test
  void launchesALeaseForEachSegmentUpToTheAllowedParallelism() {
    submit(1);
    assertThat(launched).containsExactly(0L);
    submit(2);
    submit(3);

    assertThat(launched).containsExactly(0L, 1L);
  }

  @Test
  void aSegmentThatWaitsForRoomGetsALeaseWhenThereIsSome() {
    room.toFill = 1;
    submit(1);
    submit(2);
    assertThat(launched).as("one executor is lost").hasSize(1);
    room.toFill = 2;
    board.roomGrew();
    assertThat(launched).as("and another one has come").hasSize(2);
  }

  @Test
  void launchesNoMoreLeasesThanThereIsRoomFor() {
    room.toFill = 1;
    submit(1);
    submit(2);
    assertThat(launched).containsExactly(0L);
    room.toFill = 2;
    submit(3);
    assertThat(launched).containsExactly(0L, 1L);
  }

  @Test
  void asksForLeasesOnTheExecutorsThatHaveLeastToDo() {
    room.executors = Map.of("e0", 2, "e1", 2);
    submit(1);
    submit(2);
    assertThat(places).containsExactlyInAnyOrder("e0", "e1");
  }

  /** Spark has put both on one executor: the other one may not have been there yet. */
  @Test
  void aLeaseThatTakesOverGoesToTheExecutorThatHasLessToDo() {
    submit(1);
    submit(2);
    submit(3);
    askFrom("e0", 0);
    askFrom("e0", 1);
    room.executors = Map.of("e0", 2, "e1", 2);
    pass(6);
    answer(0, 1);
    assertThat(places).containsExactly("anywhere", "anywhere", "e1");
  }

  @Test
  void handsSegmentsOutInOrder() throws InterruptedException {
    submit(1);
    submit(2);
    submit(3);

    assertThat(ask(0)).isEqualTo(work(1));
    assertThat(ask(1)).isEqualTo(work(2));
    assertThat(answer(0, 1)).isEqualTo(work(3));
    assertThat(events()).containsExactly(new Ended(1, result()));
  }

  @Test
  void aLeaseWaitsALittleForWorkAndThenEnds() {
    submit(1);
    ask(0);

    assertThat(answer(0, 1)).isEqualTo(PAUSE);
    pass(0.9);
    assertThat(ask(0)).isEqualTo(PAUSE);
    pass(0.2);
    assertThat(ask(0)).isEqualTo(END);
  }

  @Test
  void aSegmentThatComesJustBeforeALeaseGivesUpIsTakenByIt() {
    submit(1);
    ask(0);
    answer(0, 1);
    pass(2);
    submit(2);

    assertThat(launched).containsExactly(0L);
    assertThat(ask(0)).isEqualTo(work(2));
  }

  @Test
  void aSegmentThatComesJustAfterALeaseGaveUpGetsANewLease() {
    submit(1);
    ask(0);
    answer(0, 1);
    pass(2);
    ask(0);
    submit(2);

    assertThat(launched).containsExactly(0L, 1L);
    assertThat(ask(1)).isEqualTo(work(2));
  }

  @Test
  void anotherLeaseTakesOverWhenItsTimeIsOver() {
    submit(1);
    submit(2);
    submit(3);
    ask(0);
    pass(6);

    assertThat(answer(0, 1)).isEqualTo(END);
    assertThat(launched).containsExactly(0L, 1L, 2L);
    assertThat(ask(2)).isEqualTo(work(2));
  }

  @Test
  void aLostExecutorLosesItsSegmentAndALateAnswerIsDropped() throws InterruptedException {
    submit(1);
    ask(0);
    board.executorLost("other", "killed");
    assertThat(events()).isEmpty();

    board.executorLost("e0", "killed");
    assertLost(1, "executor e0 is lost: killed");
    assertThat(answer(0, 1)).isEqualTo(END);
    assertThat(events()).isEmpty();
    assertThat(mailbox.dropped()).isEqualTo(1);
  }

  @Test
  void anAnswerThatIsRepeatedIsDropped() throws InterruptedException {
    submit(1);
    ask(0);
    answer(0, 1);
    answer(0, 1);

    assertThat(events()).hasSize(1);
    assertThat(mailbox.dropped()).isEqualTo(1);
  }

  @Test
  void aLeaseWhoseJobEndedLosesItsSegmentAndIsReplacedWhereThereIsWork()
      throws InterruptedException {
    submit(1);
    submit(2);
    ask(0);
    ask(1);
    submit(3);
    board.over(0, "");

    assertLost(1, "executor e0 is lost");
    assertThat(ask(2)).isEqualTo(work(3));
  }

  @Test
  void aLeaseThatIsLostBeforeItAskedIsReplaced() throws InterruptedException {
    submit(1);
    board.over(0, "");

    assertThat(launched).containsExactly(0L, 1L);
    assertThat(events()).isEmpty();
  }

  @Test
  void aLeaseThatFailsBeforeItAskedTakesASegmentWithIt() throws InterruptedException {
    submit(1);
    submit(2);
    board.unfit(0, "e0", "class not found");

    Failed failed = (Failed) ((Ended) events().get(0)).result();
    assertThat(failed.kind()).isEqualTo(FailureKind.SETUP);
    assertThat(failed.message()).isEqualTo("class not found");
    assertThat(ask(1)).isEqualTo(work(2));
  }

  @Test
  void aLeaseThatAsksWithoutAnsweringHasLostItsSegment() throws InterruptedException {
    submit(1);
    ask(0);
    ask(0);

    assertLost(1, "executor e0 came back without its result");
  }

  @Test
  void passesEpochsOnAndSaysStopToWhatIsToStop() throws InterruptedException {
    submit(1);
    submit(2);
    ask(0);
    ask(1);
    board.stop(1);

    assertThat(epoch(0, 1)).isEqualTo(STOP);
    assertThat(epoch(1, 2)).isEqualTo(CONTINUE);
    assertThat(events()).containsExactly(new EpochDone(1, point()), new EpochDone(2, point()));
  }

  @Test
  void whoeverHasLostItsSegmentIsToldToStop() throws InterruptedException {
    submit(1);
    ask(0);
    board.executorLost("e0", "heartbeat");
    events();

    assertThat(epoch(0, 1)).isEqualTo(STOP);
    assertThat(events()).isEmpty();
  }

  @Test
  void aSegmentThatIsStoppedWhileItWaitsEndsAtOnce() throws InterruptedException {
    submit(1);
    submit(2);
    board.stop(1);

    Failed failed = (Failed) ((Ended) events().get(0)).result();
    assertThat(failed.kind()).isEqualTo(FailureKind.NOT_BEGUN);
    assertThat(ask(0)).isEqualTo(work(2));
  }

  @Test
  void aClosedBoardEndsAndStopsAll() {
    submit(1);
    submit(2);
    ask(0);
    board.close();

    assertThat(epoch(0, 1)).isEqualTo(STOP);
    assertThat(answer(0, 1)).isEqualTo(END);
    assertThat(ask(1)).isEqualTo(END);
  }

  /** Starts nothing. */
  private final class FakeLauncher implements LeaseBoard.Launcher {
    @Override
    public void launch(long lease, Optional<String> executor) {
      launched.add(lease);
      places.add(executor.orElse("anywhere"));
    }

    @Override
    public void cancel(long lease) {
      cancelled.add(lease);
    }
  }

  private void submit(long token) {
    mailbox.expect(token);
    board.submit(segment(token, Deed.NOTHING));
  }

  private Reply ask(long lease) {
    return board.next(new Request.Next(7, lease, "e" + lease, 0, null));
  }

  private void askFrom(String executor, long lease) {
    board.next(new Request.Next(7, lease, executor, 0, null));
  }

  private Reply answer(long lease, long token) {
    return board.next(
        new Request.Next(7, lease, "e" + lease, 0, new Request.Answer(token, result())));
  }

  private Reply epoch(long lease, long token) {
    return board.news(new Request.News(7, lease, token, point()));
  }

  private void pass(double seconds) {
    nanos.addAndGet((long) (seconds * 1e9));
  }

  /** What happened, steps and losses of executors apart. */
  private List<Event> events() throws InterruptedException {
    return all().stream()
        .filter(event -> event instanceof Ended || event instanceof EpochDone)
        .toList();
  }

  private List<Event> all() throws InterruptedException {
    return mailbox.take(Duration.ZERO);
  }

  private void assertLost(long token, String message) throws InterruptedException {
    Ended ended = (Ended) events().get(0);
    Failed failed = (Failed) ended.result();
    assertThat(ended.token()).isEqualTo(token);
    assertThat(failed.kind()).isEqualTo(FailureKind.WORKER_LOST);
    assertThat(failed.message()).isEqualTo(message);
  }

  private static Reply work(long token) {
    Segment segment = segment(token, Deed.NOTHING);
    return new Reply.Work(segment);
  }

  private static SegmentResult result() {
    return new Diverged(1, "loss is NaN", List.of(), new Usage("w", 0, 0));
  }

  /** As much room as a test says. */
  private static final class FakeRoom implements LeaseRoom.Slots {
    int toFill = 10;
    Map<String, Integer> executors = Map.of();

    @Override
    public int toFill() {
      return toFill;
    }

    @Override
    public Map<String, Integer> byExecutor() {
      return executors;
    }
  }

  private static CurvePoint point() {
    Scores scores = new Scores(0.5, 0.5);
    return new CurvePoint(1, 0.1, scores, scores, List.of(), 0.1);
  }
}
