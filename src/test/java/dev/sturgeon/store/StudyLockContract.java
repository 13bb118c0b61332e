package dev.sturgeon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a study's lock does on every storage; time is virtual. */
@Timeout(60)
public abstract class StudyLockContract {
  private static final Processes UNSEEN = driver -> Processes.Life.UNKNOWN;

  private final Storage storage;
  private final List<String> notes = Collections.synchronizedList(new ArrayList<>());
  private final StillTimer timer = new StillTimer();

  /** On this storage, which is empty. */
  protected StudyLockContract(Storage storage) {
    this.storage = storage;
  }

  /** Whether files are created exclusively at the very same moment too. */
  protected boolean isExclusiveUnderRace() {
    return true;
  }

  @Test
  void aFreeStudyIsTakenAtOnceAndAgainAfterItsRelease() throws IOException {
    storage.write("study.yaml", new byte[0]);
    take("a", UNSEEN).close();
    take("b", UNSEEN).close();
    take("c", UNSEEN).confirm();
    assertThat(timer.pauses()).isEmpty();
    assertThat(notes).isEmpty();
    assertThat(storage.list("driver")).as("the dead leave nothing").hasSize(2);
  }

  @Test
  void whereNothingWasBegunNothingIsLeft() throws IOException {
    StudyLock lock = take("a", UNSEEN);
    lock.close();
    lock.renew();
    assertThat(storage.list("")).isEmpty();
    take("b", UNSEEN).confirm();
  }

  @Test
  void aDriverThatShowsLifeKeepsIt() throws IOException {
    StudyLock held = take("a", UNSEEN);
    StillTimer renewing =
        new StillTimer() {
          @Override
          public void pause(double seconds) {
            super.pause(seconds);
            if (seconds() % 5 == 0) {
              renewed(held);
            }
          }
        };
    assertThatExceptionOfType(StudyInUseException.class)
        .isThrownBy(() -> StudyLock.take(storage, driver("b"), renewing, UNSEEN, notes::add))
        .withMessage(
            "the driver on node-a (process 7 of ann, since 2026-11-22T10:00:00Z) is at work in "
                + storage.location()
                + "; wait for it to end, or choose another study directory");
    assertThat(renewing.seconds()).isEqualTo(5);
    assertThat(notes).singleElement().asString().contains("waiting 15 s", "node-a");
    held.confirm();
  }

  @Test
  void aSilentDriverIsTakenOverFromAndEndsWhenItWakes() throws IOException {
    StudyLock paused = take("a", UNSEEN);
    StudyLock next = take("b", UNSEEN);
    assertThat(timer.seconds()).isEqualTo(15);
    assertThat(notes).hasSize(2).last().asString().contains("taken over", "node-a");
    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(StudyInUseException.class)
          .isThrownBy(paused::confirm)
          .withMessageContaining("node-b")
          .withMessageContaining("this one ends");
    }
    paused.close();
    next.renew();
    next.confirm();
  }

  @Test
  void aDriverWhoseProcessIsGoneIsTakenOverFromAtOnce() throws IOException {
    take("a", UNSEEN);
    take("b", driver -> Processes.Life.GONE).confirm();
    assertThat(timer.pauses()).isEmpty();
  }

  @Test
  void aDriverWhoseProcessLivesIsNotWatched() throws IOException {
    take("a", UNSEEN);
    assertThatExceptionOfType(StudyInUseException.class)
        .isThrownBy(() -> take("b", driver -> Processes.Life.LIVES))
        .withMessageContaining("node-a");
    assertThat(timer.seconds()).as("less than a renewal").isEqualTo(3);
    assertThat(notes).isEmpty();
  }

  @Test
  void aDriverThatWasKilledJustNowIsTakenOverFrom() throws IOException {
    take("a", UNSEEN);
    take("b", driver -> timer.seconds() < 2 ? Processes.Life.LIVES : Processes.Life.GONE).confirm();
    assertThat(timer.seconds()).isEqualTo(2);
  }

  @Test
  void aDriverThatEndsWhileItIsWatchedIsFollowed() throws IOException {
    StudyLock held = take("a", UNSEEN);
    StillTimer ending =
        new StillTimer() {
          @Override
          public void pause(double seconds) {
            super.pause(seconds);
            held.close();
          }
        };
    StudyLock.take(storage, driver("b"), ending, UNSEEN, notes::add).confirm();
    assertThat(ending.pauses()).hasSize(1);
  }

  @Test
  void aDriverThatDiedWhileItTookItIsTakenOverFrom() throws IOException {
    storage.write("driver/000004.json", new byte[] {'{'});
    take("b", UNSEEN).confirm();
    assertThat(timer.seconds()).isEqualTo(15);
    assertThat(storage.list("driver")).containsExactly("000005.beat", "000005.json");
  }

  @Test
  void whoComesLateWithOldNewsLoses() throws IOException {
    take("a", UNSEEN);
    Processes meanwhileTwoOthersHaveIt =
        driver -> {
          if (driver.id().equals("a")) {
            handOver();
            return Processes.Life.GONE;
          }
          return Processes.Life.LIVES;
        };
    assertThatExceptionOfType(StudyInUseException.class)
        .isThrownBy(() -> take("late", meanwhileTwoOthersHaveIt))
        .withMessageContaining("node-c");
    assertThat(storage.list("driver")).containsExactly("000003.beat", "000003.json");
  }

  @Test
  void ofManyWhoTakeAFreeStudyOneHasIt() throws Exception {
    assumeTrue(isExclusiveUnderRace());
    assertThat(race(driver -> Processes.Life.LIVES)).hasSize(1);
  }

  @Test
  void ofManyWhoTakeOverOneHasIt() throws Exception {
    assumeTrue(isExclusiveUnderRace());
    take("dead", UNSEEN);
    assertThat(
            race(driver -> driver.id().equals("dead") ? Processes.Life.GONE : Processes.Life.LIVES))
        .hasSize(1);
  }

  private List<String> race(Processes processes) throws Exception {
    List<String> winners = Collections.synchronizedList(new ArrayList<>());
    StorageContract.inParallel(
        4,
        thread -> {
          try {
            StudyLock.take(storage, driver("" + thread), unhurried(), processes, notes::add);
            winners.add("" + thread);
          } catch (StudyInUseException refused) {
            assertThat(refused).hasMessageContaining("at work");
          }
        });
    String holder = LockSight.of(storage).driver().orElseThrow().id();
    assertThat(winners).containsExactly(holder);
    return winners;
  }

  /** Whoever watches an empty file gives its writer some time to fill it, as in earnest. */
  private static StillTimer unhurried() {
    return new StillTimer() {
      @Override
      public void pause(double seconds) {
        super.pause(seconds);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      }
    };
  }

  private void handOver() {
    try {
      take("b", driver -> Processes.Life.GONE).close();
      take("c", UNSEEN);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void renewed(StudyLock lock) {
    try {
      lock.renew();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private StudyLock take(String id, Processes processes) throws IOException {
    return StudyLock.take(storage, driver(id), timer, processes, notes::add);
  }

  private static Driver driver(String id) {
    return new Driver(id, "node-" + id, 7, "ann", "2026-11-22T10:00:00Z", "boot", "1", 5);
  }
}
