package dev.sturgeon.spark;

import static dev.sturgeon.spark.FakeWork.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.spark.FakeWork.Deed;
import dev.sturgeon.study.TrialExecutor.AnswerDropped;
import dev.sturgeon.study.TrialExecutor.Ended;
import dev.sturgeon.study.TrialExecutor.Event;
import dev.sturgeon.study.TrialExecutor.Progressed;
import dev.sturgeon.study.TrialExecutor.WorkerLost;
import dev.sturgeon.train.EpochReporter.Verdict;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.SegmentResult.Diverged;
import dev.sturgeon.trial.SegmentResult.Failed;
import dev.sturgeon.trial.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What becomes of leases when a segment is to run alone, hangs, or is started twice. */
final class LeaseBoardFaultsTest {
  private static final Reply END = new Reply.End();
  private static final Reply PAUSE = new Reply.Pause();

  private final Mailbox mailbox = new Mailbox();
  private final List<Long> cancelled = new ArrayList<>();
  private final Map<Long, String> launched = new TreeMap<>();
  private final Map<String, Integer> executors = new TreeMap<>(Map.of("a", 2, "b", 2));
  private final AtomicLong nanos = new AtomicLong();
  private final LeaseBoard board =
      new LeaseBoard(
          mailbox,
          new Launcher(),
          new LeaseRoom(new Slots()),
          100,
          nanos::get,
          Duration.ofSeconds(5),
          Duration.ofSeconds(1));

  @Test
  void whatIsToRunAloneGetsAnExecutorThatHasNothingToDo() {
    submit(1);
    ask(0, "a");
    submitAlone(2);
    assertThat(launched).containsEntry(1L, "b");
    assertThat(ask(1, "b")).isEqualTo(work(2));
  }

  @Test
  void nothingBeginsBesideItUntilItHasEnded() {
    submitAlone(1);
    assertThat(ask(0, "a")).isEqualTo(work(1));
    submit(2);
    submit(3);
    submit(4);
    assertThat(ask(1, "a")).isEqualTo(PAUSE);
    assertThat(ask(2, "b")).isEqualTo(work(2));
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(ask(1, "a")).as("its lease is kept").isEqualTo(PAUSE);

    answer(0, "a", 1);
    assertThat(ask(3, "a")).isEqualTo(work(3));
  }

  @Test
  void othersMayJoinItOnceItIsReleased() {
    submitAlone(1);
    ask(0, "a");
    submit(2);
    assertThat(ask(1, "a")).isEqualTo(PAUSE);
    board.release(1);
    assertThat(ask(1, "a")).isEqualTo(work(2));
  }

  @Test
  void anExecutorThatIsBusyIsEmptiedWhereNoneIsFree() {
    executors.remove("b");
    submit(1);
    submit(2);
    ask(0, "a");
    ask(1, "a");
    submitAlone(3);
    submit(4);
    assertThat(answer(0, "a", 1)).as("the other one still runs").isEqualTo(PAUSE);
    assertThat(answer(1, "a", 2)).isEqualTo(work(3));
    assertThat(ask(0, "a")).isEqualTo(PAUSE);
    assertThat(answer(1, "a", 3)).isEqualTo(work(4));
  }

  @Test
  void anExecutorThatComesMeanwhileIsBetterThanOneThatIsBeingEmptied() {
    executors.remove("b");
    submit(1);
    submit(2);
    ask(0, "a");
    ask(1, "a");
    submitAlone(3);
    executors.put("c", 2);
    board.roomGrew();
    assertThat(launched).containsEntry(2L, "c");
    assertThat(ask(2, "c")).isEqualTo(work(3));
    submit(4);
    assertThat(answer(0, "a", 1)).isEqualTo(work(4));
  }

  @Test
  void theLossOfAnExecutorIsToldWithAllItHad() throws InterruptedException {
    submit(1);
    submit(2);
    submit(3);
    ask(0, "a");
    ask(1, "a");
    ask(2, "b");
    board.executorLost("a", "Command exited with code 134");
    List<Event> told = events();
    assertThat(told.get(0))
        .isEqualTo(new WorkerLost("a", "Command exited with code 134", false, List.of(1L, 2L)));
    assertThat(told.subList(1, 3))
        .allSatisfy(event -> assertThat(kind(event)).isEqualTo(FailureKind.WORKER_LOST));
  }

  @Test
  void whatIsGivenUpIsInterruptedAndItsSlotIsOutUntilItHasEnded() throws InterruptedException {
    executors.remove("b");
    submit(1);
    submit(2);
    ask(0, "a");
    ask(1, "a");
    submit(3);
    mailbox.forget(1);
    board.abandon(1);
    assertThat(cancelled).containsExactly(0L);
    assertThat(board.stuck()).isEqualTo(1);
    assertThat(launched).as("there is no room for another lease").hasSize(2);
    assertThat(board.news(new Request.News(7, 0, 1, null))).isEqualTo(new Reply.GoOn(Verdict.STOP));

    assertThat(answer(0, "a", 1)).isEqualTo(END);
    assertThat(board.stuck()).isZero();
    assertThat(launched).hasSize(3);
    assertThat(events()).containsExactly(new AnswerDropped(1));
  }

  @Test
  void anExecutorThatDiesOfWhatWasGivenUpMakesNoSuspects() throws InterruptedException {
    submit(1);
    submit(2);
    ask(0, "a");
    ask(1, "a");
    board.abandon(1);
    board.executorLost("a", "Command exited with code 1");
    assertThat(board.stuck()).isZero();
    assertThat(events().get(0))
        .isEqualTo(new WorkerLost("a", "Command exited with code 1", true, List.of(2L)));
  }

  @Test
  void aCopyOfALeasesTaskGetsNoWorkAndDoesNotEndTheLease() {
    submit(1);
    submit(2);
    ask(0, "a");
    assertThat(board.next(new Request.Next(7, 0, "b", 1, null))).isEqualTo(new Reply.Withdraw());
    assertThat(board.copies()).isEqualTo(1);
    assertThat(answer(0, "a", 1)).isEqualTo(work(2));
  }

  @Test
  void theFirstStartThatAsksHasTheLease() {
    submit(1);
    assertThat(board.next(new Request.Next(7, 0, "b", 1, null))).isEqualTo(work(1));
    assertThat(ask(0, "a")).isEqualTo(new Reply.Withdraw());
  }

  @Test
  void anExecutorThatCannotMakeReadyIsAvoidedWhereThereAreOthers() throws InterruptedException {
    submit(1);
    submit(2);
    board.unfit(0, "a", "no native library");
    assertThat(kind(events().get(0))).isEqualTo(FailureKind.SETUP);
    launched.clear();
    submit(3);
    submit(4);
    assertThat(launched).as("two slots on b, one of which is taken").hasSize(1);
    assertThat(launched.values()).containsOnly("b");
  }

  @Test
  void whatIsKnownToBeTakenAwayIsNoTasksFault() {
    assertThat(
            List.of(
                "Executor decommission: spot instance",
                "worker lost: 127.0.0.1:7 got disassociated",
                "Executor heartbeat timed out after 120000 ms",
                "Executor killed by driver.",
                "Command exited with code 57"))
        .allMatch(LossReason::isBlameless);
    assertThat(List.of("Command exited with code 137", "Command exited with code 134"))
        .noneMatch(LossReason::isBlameless);
  }

  private static FailureKind kind(Event event) {
    return ((Failed) ((Ended) event).result()).kind();
  }

  private void submit(long token) {
    mailbox.expect(token);
    board.submit(segment(token, Deed.NOTHING));
  }

  private void submitAlone(long token) {
    mailbox.expect(token);
    board.submitAlone(segment(token, Deed.NOTHING));
  }

  private Reply ask(long lease, String executor) {
    return board.next(new Request.Next(7, lease, executor, 0, null));
  }

  private Reply answer(long lease, String executor, long token) {
    SegmentResult result = new Diverged(1, "loss is NaN", List.of(), new Usage("w", 0, 0));
    return board.next(new Request.Next(7, lease, executor, 0, new Request.Answer(token, result)));
  }

  /** What happened, steps apart. */
  private List<Event> events() throws InterruptedException {
    return mailbox.take(Duration.ZERO).stream()
        .filter(event -> !(event instanceof Progressed))
        .toList();
  }

  private static Reply work(long token) {
    return new Reply.Work(segment(token, Deed.NOTHING));
  }

  /** Starts nothing. */
  private final class Launcher implements LeaseBoard.Launcher {
    @Override
    public void launch(long lease, Optional<String> executor) {
      launched.put(lease, executor.orElse("anywhere"));
    }

    @Override
    public void cancel(long lease) {
      cancelled.add(lease);
    }
  }

  private final class Slots implements LeaseRoom.Slots {
    @Override
    public int toFill() {
      return executors.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public Map<String, Integer> byExecutor() {
      return executors;
    }
  }
}
