package dev.sturgeon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.journal.Confirmed;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.store.MemoryStorage;
import dev.sturgeon.study.LostModelException;
import dev.sturgeon.study.Replay;
import dev.sturgeon.study.StopSignal;
import dev.sturgeon.study.StudyListener;
import dev.sturgeon.trial.Confirmation;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import dev.sturgeon.trial.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The search and the confirmation of its best, in virtual time. */
@Timeout(300)
final class StudyPhasesTest {
  private static final String FILE = "journal/000001.jsonl";

  @Test
  void eachStudyOfASeriesHasItsOwnChancesAndAlwaysTheSame() throws Exception {
    StudyState first = night("2026-11-27");
    StudyState second = night("2026-11-28");
    assertThat(first.history().all().map(Trial::seed))
        .hasSizeGreaterThan(9)
        .doesNotContainAnyElementsOf(second.history().all().map(Trial::seed).toList());
    // All but the default one, which each begins with.
    List<Configuration> drawn = PhasesBench.configurations(second);
    assertThat(PhasesBench.configurations(first).subList(1, 9))
        .doesNotContainAnyElementsOf(drawn.subList(1, 9));
    assertThat(night("2026-11-28").history().all().toList())
        .usingRecursiveComparison()
        .isEqualTo(second.history().all().toList());
  }

  private static StudyState night(String name) throws Exception {
    PhasesBench bench = new PhasesBench();
    bench.caviar(PhasesBench.conf().ofSeries(name));
    return bench.state();
  }

  @Test
  void theBestAreTrainedAgainWithFreshSeeds() throws Exception {
    PhasesBench bench = new PhasesBench();
    StudyConf conf = PhasesBench.conf();
    assertThat(bench.caviar(conf)).contains(StopReason.BUDGET);
    StudyState state = bench.state();
    Confirmed confirmed = state.confirmation().orElseThrow();
    Confirmation plan = confirmed.started().plan();
    assertThat(plan.candidates()).hasSizeBetween(3, 4);
    assertThat(state.history().trials()).hasSize(9);
    assertThat(state.history().repeats())
        .hasSize(plan.runs())
        .allMatch(run -> run.status() == Trial.Status.COMPLETED && run.epoch() == 9)
        .allMatch(run -> run.role() == Role.CONFIRM);
    Set<Long> seeds = new HashSet<>();
    for (int seed = 0; seed < 3; seed++) {
      for (int c = 0; c < plan.candidates().size(); c++) {
        Trial run = plan.run(state.history(), c, seed).orElseThrow();
        assertThat(run.configuration())
            .isEqualTo(state.history().get(plan.candidates().get(c)).configuration());
        assertThat(run.seed()).isEqualTo(plan.seedOf(seed, conf.seed()));
        seeds.add(run.seed());
      }
    }
    assertThat(seeds).as("the same for all candidates").hasSize(3);
    assertThat(state.history().trials()).noneMatch(trial -> seeds.contains(trial.seed()));
    Verdict verdict = Verdict.of(plan, state.history());
    assertThat(confirmed.winner()).isPresent().isEqualTo(verdict.winner());
    assertThat(confirmed.saved()).isPresent().isEqualTo(verdict.saved());
  }

  @Test
  void everyDecisionComesOutTheSameAlsoWhereTheSearchWentOnAfterwards() throws Exception {
    PhasesBench bench = new PhasesBench();
    StudyConf conf = PhasesBench.conf();
    bench.caviar(conf);
    Replay.Outcome once = bench.replay(conf);
    assertThat(once.difference()).isEmpty();
    int repeats = bench.state().history().repeats().size();
    assertThat(once.decisions()).isGreaterThan(9 + repeats * 5);

    bench.caviar(conf.withMaxTrials(14));
    StudyState state = bench.state();
    assertThat(state.history().trials()).hasSize(14);
    assertThat(state.confirmation().orElseThrow().started().plan().first()).isEqualTo(repeats);
    assertThat(state.history().repeats().stream().map(Trial::seed).distinct()).hasSize(6);
    assertThat(bench.replay(conf).difference()).isEmpty();

    PhasesBench straight = new PhasesBench();
    straight.caviar(PhasesBench.conf("search.maxTrials=14", "confirm.enabled=false"));
    assertThat(state.history().trials().stream().map(Trial::configuration))
        .as("a confirmation in between leaves the search as it is")
        .isEqualTo(straight.state().history().trials().stream().map(Trial::configuration).toList());
  }

  @Test
  void killedAtAnyEventItEndsTheSame() throws Exception {
    PhasesBench whole = new PhasesBench();
    whole.slots = 1;
    StudyConf conf =
        PhasesBench.conf(
            "search={scheduler: full, maxTrials: 2, maxEpochs: 2, segmentEpochs: 1}",
            "confirm.seeds=2");
    whole.caviar(conf);
    StudyState end = whole.state();
    List<Trial> trials = end.history().all().toList();
    byte[] journal = whole.storage.read(FILE);
    int cuts = 0;
    for (int length = 1; length <= journal.length; length++) {
      if (journal[length - 1] == '\n') {
        MemoryStorage storage = new MemoryStorage();
        storage.write(FILE, Arrays.copyOf(journal, length));
        PhasesBench bench = new PhasesBench(storage);
        bench.slots = 1;
        StudyState before = bench.state();
        if (before.started().isEmpty() || !Resumption.isFinished(conf, before)) {
          assertThat(bench.caviar(conf)).as("cut at %d", length).contains(StopReason.BUDGET);
          StudyState after = bench.state();
          assertThat(after.history().all().toList())
              .as("cut at %d", length)
              .usingRecursiveComparison()
              .isEqualTo(trials);
          assertThat(after.confirmation()).as("cut at %d", length).isEqualTo(end.confirmation());
          assertThat(bench.replay(conf).difference()).as("cut at %d", length).isEmpty();
          cuts++;
        }
      }
    }
    assertThat(cuts).isGreaterThan(25);
  }

  @Test
  void aStopInTheMiddleIsObeyedAndTheSameCommandGoesOn() throws Exception {
    PhasesBench bench = new PhasesBench();
    bench.listener =
        new StudyListener() {
          @Override
          public void trialEnded(Trial trial) {
            if (trial.id().equals(TrialId.repeat(2))) {
              bench.stop.finish("enough for today");
            }
          }
        };
    StudyConf conf = PhasesBench.conf();
    assertThat(bench.caviar(conf)).isEmpty();
    assertThat(bench.state().confirmation().orElseThrow().isOpen()).isTrue();
    List<Trial> searched = List.copyOf(bench.state().history().trials());
    List<Trial> done =
        bench.state().history().repeats().stream().filter(t -> t.status().isOver()).toList();
    assertThat(done).hasSizeBetween(3, 4);

    bench.stop = new StopSignal();
    bench.listener = StudyListener.silent();
    assertThat(bench.caviar(conf)).contains(StopReason.BUDGET);
    assertThat(bench.state().history().trials()).isEqualTo(searched);
    assertThat(bench.state().history().repeats()).containsAll(done);
    assertThat(bench.state().confirmation().orElseThrow().winner()).isPresent();
    assertThat(bench.replay(conf).difference()).isEmpty();
  }

  @Test
  void itsTimeIsKeptFreeInsideTheLimit() throws Exception {
    for (int limit : new int[] {80, 100, 150, 200}) {
      PhasesBench bench = new PhasesBench();
      StudyConf conf =
          PhasesBench.conf(
              "search.maxTrials=1000",
              "search.scheduler=full",
              "search.maxDuration=" + limit + "s");
      assertThat(bench.caviar(conf)).contains(StopReason.DURATION);
      StudyState state = bench.state();
      Confirmed confirmed = state.confirmation().orElseThrow();
      boolean fits = limit >= 150;
      assertThat(state.seconds()).isLessThanOrEqualTo(limit + 1.0);
      assertThat(confirmed.winner()).as("limit %d", limit).isPresent();
      if (fits) {
        assertThat(state.history().repeats())
            .as("limit %d", limit)
            .hasSize(confirmed.started().plan().runs())
            .allMatch(run -> run.status() == Trial.Status.COMPLETED);
        assertThat(state.seconds()).as("and not much more").isGreaterThan(limit * 0.8);
      }
      assertThat(bench.replay(conf).difference()).isEmpty();
    }
  }

  @Test
  void coreHoursAreKeptTooAndALimitInTheMiddleCutsItShort() throws Exception {
    PhasesBench bench = new PhasesBench();
    double hours = 200 / 3600.0;
    StudyConf conf =
        PhasesBench.conf(
            "search.maxTrials=1000", "search.scheduler=full", "search.maxCoreHours=" + hours);
    assertThat(bench.caviar(conf)).contains(StopReason.CORE_HOURS);
    StudyState state = bench.state();
    assertThat(state.coreHours(state.seconds())).isLessThan(hours + 4 / 3600.0);
    assertThat(state.confirmation().orElseThrow().winner()).isPresent();

    PhasesBench tight = new PhasesBench();
    StudyConf little =
        PhasesBench.conf(
            "search.maxTrials=1000", "search.scheduler=full", "search.maxDuration=16s");
    tight.caviar(little);
    assertThat(tight.state().confirmation().orElseThrow().winner()).isEmpty();
    assertThat(tight.state().history().repeats()).anyMatch(t -> t.status() == Trial.Status.STOPPED);
    assertThat(tight.replay(little).difference()).isEmpty();

    assertThat(tight.confirm(little)).contains(StopReason.DURATION);
    assertThat(tight.state().confirmation().orElseThrow().winner())
        .as("asked for by hand it takes the time it needs")
        .isPresent();
    assertThat(tight.replay(little).difference()).isEmpty();
  }

  @Test
  void itCanBeSwitchedOffAndAskedForLater() throws Exception {
    PhasesBench bench = new PhasesBench();
    StudyConf off = PhasesBench.conf("confirm.enabled=false");
    bench.caviar(off);
    assertThat(bench.state().confirmation()).isEmpty();
    assertThat(bench.state().history().repeats()).isEmpty();
    assertThat(ConfirmRule.done(Aim.CONFIRM, bench.state(), "phases")).isEmpty();
    StudyConf on = PhasesBench.conf();
    assertThat(bench.confirm(on)).contains(StopReason.BUDGET);
    assertThat(ConfirmRule.done(Aim.CONFIRM, bench.state(), "phases").orElseThrow())
        .contains("is confirmed");
    assertThat(ConfirmRule.done(Aim.CONFIRM_AGAIN, bench.state(), "phases")).isEmpty();
    assertThat(Resumption.isFinished(off, bench.state())).isTrue();
    assertThat(bench.replay(off).difference()).isEmpty();
  }

  @Test
  void whatIsOnlyToBeSavedIsNotConfirmedOnceMore() throws Exception {
    PhasesBench whole = new PhasesBench();
    StudyConf conf = PhasesBench.conf();
    whole.caviar(conf);
    String journal = new String(whole.storage.read(FILE), StandardCharsets.UTF_8);
    int end = journal.indexOf('\n', journal.indexOf("confirmationEnded")) + 1;
    MemoryStorage storage = new MemoryStorage();
    storage.write(FILE, journal.substring(0, end).getBytes(StandardCharsets.UTF_8));
    PhasesBench killed = new PhasesBench(storage);
    assertThat(killed.confirm(conf)).contains(StopReason.BUDGET);
    assertThat(killed.events(Event.ConfirmationStarted.class)).hasSize(1);
    assertThat(killed.state().confirmation()).isEqualTo(whole.state().confirmation());
  }

  @Test
  void aTrialThatHasOnlyJustBegunMakesTheLastConfirmationVoid() throws Exception {
    PhasesBench whole = new PhasesBench();
    whole.caviar(PhasesBench.conf());
    StudyConf more = PhasesBench.conf("search.maxTrials=10");
    whole.caviar(more);
    String journal = new String(whole.storage.read("journal/000002.jsonl"), StandardCharsets.UTF_8);
    int begun = journal.indexOf('\n', journal.indexOf("\"event\":\"trialStarted\"")) + 1;
    MemoryStorage storage = new MemoryStorage();
    storage.write(FILE, whole.storage.read(FILE));
    storage.write(
        "journal/000002.jsonl", journal.substring(0, begun).getBytes(StandardCharsets.UTF_8));
    PhasesBench killed = new PhasesBench(storage);
    assertThat(killed.caviar(more)).contains(StopReason.BUDGET);
    assertThat(killed.state().history().all())
        .allMatch(trial -> trial.epoch() > 0 && trial.status() != Trial.Status.RUNNING);
    assertThat(killed.events(Event.ConfirmationStarted.class)).hasSize(2);
  }

  @Test
  void aSearchTakenUpInTheMiddleLeavesTheConfirmationAndIsConfirmedAnew() throws Exception {
    PhasesBench bench = new PhasesBench();
    bench.listener =
        new StudyListener() {
          @Override
          public void trialEnded(Trial trial) {
            if (trial.id().isRepeat()) {
              bench.stop.finish("");
            }
          }
        };
    StudyConf conf = PhasesBench.conf();
    bench.caviar(conf);
    int begun = bench.state().history().repeats().size();
    bench.stop = new StopSignal();
    bench.listener = StudyListener.silent();
    bench.caviar(conf.withMaxTrials(12));
    StudyState state = bench.state();
    assertThat(state.history().trials()).hasSize(12);
    assertThat(state.confirmation().orElseThrow().started().plan().first()).isEqualTo(begun);
    assertThat(bench.events(Event.ConfirmationEnded.class)).hasSize(2);
    assertThat(state.history().repeats()).allMatch(run -> run.status().isOver());
    assertThat(bench.replay(conf).difference()).isEmpty();
  }

  @Test
  void aStudyInWhichNothingTrainedIsNotConfirmed() throws Exception {
    PhasesBench bench = new PhasesBench();
    StudyConf conf =
        PhasesBench.conf("search.maxDuration=1s", "search.maxTrials=2", "search.scheduler=full");
    bench.slots = 0;
    assertThat(bench.caviar(conf)).contains(StopReason.DURATION);
    assertThat(bench.state().confirmation()).isEmpty();
    assertThat(Duration.ofSeconds(1)).isEqualTo(conf.search().limits().maxDuration());
  }

  @Test
  void whereItMayHoldSoManyCoreSecondsItGoesOnWithMoreTrialsUntilTheyAreUsed() throws Exception {
    PhasesBench bench = new PhasesBench();
    bench.coreSeconds = 400;
    StudyConf conf = PhasesBench.conf("confirm.enabled=false", "search.scheduler=full");
    assertThat(bench.caviar(conf)).contains(StopReason.CORE_HOURS);
    StudyState state = bench.state();
    assertThat(state.heldCoreSeconds(state.seconds())).isBetween(400.0, 402.0);
    assertThat(state.heldSeconds()).as("two slots").isBetween(200.0, 201.0);
    assertThat(state.history().trials().size()).isGreaterThan(36);
    assertThat(state.trialsAllowed()).isEqualTo(45);
    assertThat(bench.replay(conf).difference()).isEmpty();
    assertThat(Resumption.isFinished(conf, state)).isTrue();
  }

  @Test
  void whatAnEarlierDriverHeldIsHeld() throws Exception {
    PhasesBench bench = new PhasesBench();
    bench.coreSeconds = 200;
    bench.listener =
        new StudyListener() {
          @Override
          public void trialEnded(Trial trial) {
            if (trial.id().number() == 5) {
              bench.stop.finish("enough for today");
            }
          }
        };
    StudyConf conf = PhasesBench.conf("confirm.enabled=false", "search.scheduler=full");
    assertThat(bench.caviar(conf)).isEmpty();
    double before = bench.state().heldCoreSeconds(bench.state().seconds());
    assertThat(before).isBetween(50.0, 70.0);

    bench.stop = new StopSignal();
    bench.listener = StudyListener.silent();
    assertThat(bench.caviar(conf)).contains(StopReason.CORE_HOURS);
    StudyState state = bench.state();
    assertThat(state.heldCoreSeconds(state.seconds())).isBetween(200.0, 202.0);
    assertThat(bench.replay(conf).difference()).isEmpty();
  }

  @Test
  void aPandaIsNotMadeToTrainMore() throws Exception {
    PhasesBench bench = new PhasesBench();
    bench.coreSeconds = 400;
    StudyConf conf = PhasesBench.conf().ofPanda().boundedByBranches();
    assertThat(bench.caviar(conf)).contains(StopReason.BUDGET);
    StudyState state = bench.state();
    assertThat(state.heldCoreSeconds(state.seconds())).isBetween(5.0, 30.0);
    assertThat(state.heldSeconds()).as("it holds one slot").isEqualTo(state.seconds());
  }

  @Test
  void aLostModelWaitsForAPersonExceptInAComparison() throws Exception {
    StudyConf conf = PhasesBench.conf("panda.segmentEpochs=2", "panda.rules=[]").ofPanda();
    PhasesBench watched = losing();
    assertThatThrownBy(() -> watched.caviar(conf))
        .isInstanceOf(LostModelException.class)
        .hasMessageStartingWith("trial 0 failed (training failed) after epoch 4: boom");
    assertThat(watched.state().finished()).isEmpty();
    assertThat(Resumption.isFinished(conf, watched.state())).isFalse();

    PhasesBench compared = losing();
    compared.coreSeconds = 400;
    assertThat(compared.caviar(conf.boundedByBranches())).contains(StopReason.BUDGET);
    assertThat(Resumption.finished(conf, compared.state(), "there"))
        .contains("its one model has come to no network");
  }

  private static PhasesBench losing() {
    PhasesBench bench = new PhasesBench();
    bench.surrogate =
        (segment, epoch) -> {
          if (epoch == 5) {
            throw new IllegalStateException("boom");
          }
          return PhasesBench.epoch(segment, epoch);
        };
    return bench;
  }
}
