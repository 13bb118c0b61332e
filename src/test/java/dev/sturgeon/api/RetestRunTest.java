package dev.sturgeon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.conf.StudyWriter;
import dev.sturgeon.data.DataException;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Inbox;
import dev.sturgeon.journal.Journal;
import dev.sturgeon.journal.JournalContents;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.journal.Versions;
import dev.sturgeon.report.HtmlReport;
import dev.sturgeon.report.RetestFigures;
import dev.sturgeon.store.MemoryStorage;
import dev.sturgeon.study.Ledger;
import dev.sturgeon.study.Replay;
import dev.sturgeon.study.SimulatedTrialExecutor;
import dev.sturgeon.study.StopSignal;
import dev.sturgeon.study.StudyListener;
import dev.sturgeon.study.TrialExecutor;
import dev.sturgeon.study.VirtualClock;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.Retest;
import dev.sturgeon.trial.Retested.Outcome;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Seeds;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.Trial;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Re-tests of a search, in virtual time. */
@Timeout(300)
final class RetestRunTest {
  private static final String FILE = "journal/000001.jsonl";

  private final PhasesBench parent = new PhasesBench();
  private StopSignal stop = new StopSignal();
  private StudyListener listener = StudyListener.silent();

  @BeforeEach
  void search() throws Exception {
    parent.caviar(PhasesBench.conf());
  }

  private StudyPast past() throws Exception {
    return new StudyPast(parent.entries(), parent.state(), PhasesBench.conf());
  }

  private static RetestRequest request(int top, int fresh, int selection, int seeds, double gain) {
    return new RetestRequest(
        "phases", null, new RetestRequest.Changes(top, fresh, selection, seeds, gain), null);
  }

  /** All configurations are worth the same, but for luck. */
  private static CurvePoint alike(Segment segment, int epoch) {
    long luck = segment.seed() * 31 + segment.configuration().hashCode();
    double metric = 0.9 + 0.02 * new Random(luck).nextGaussian();
    Scores scores = new Scores(1 - metric, metric);
    return new CurvePoint(epoch, 0.1, scores, scores, List.of(), 1);
  }

  /** What a driver does; the state it leaves. */
  private StudyState retest(
      MemoryStorage storage,
      String name,
      RetestRequest request,
      SimulatedTrialExecutor.Surrogate curves,
      int slots)
      throws Exception {
    StudyPast past = past();
    StudyConf conf = RetestRule.conf(past, request);
    conf = conf.withSeed(Seeds.ofFollower(conf.seed(), name));
    VirtualClock clock = new VirtualClock();
    JournalContents read = JournalReader.read(storage);
    Versions versions = new Versions("test", "test", "test", "test");
    Event.StudyStarted then = past.state().started().orElseThrow();
    try (Ledger ledger =
            Ledger.of(Journal.open(storage, read, clock.wall(), versions, "host"), read, clock);
        TrialExecutor executor = new SimulatedTrialExecutor(slots, clock, curves)) {
      RetestRun run = new RetestRun(conf, storage, ledger, Inbox.open(storage), stop, listener);
      run.begin(
          new Event.StudyStarted(
              conf.name(),
              conf.seed(),
              StudyWriter.write(conf),
              conf.space(),
              conf.objective(),
              then.data()),
          new Event.RetestStarted("phases", RetestRule.plan(past, conf, null, then.data(), 0.01)));
      if (run.train(executor)) {
        run.end("phases/retests/" + name, List.of());
      }
      ledger.end("");
      return ledger.state();
    }
  }

  private Replay.Outcome replay(MemoryStorage storage, RetestRequest request) throws Exception {
    var entries = JournalReader.read(storage).entries();
    StudyState state = StudyState.from(entries);
    StudyConf conf =
        RetestRule.conf(past(), request).withSeed(state.started().orElseThrow().seed());
    return new StudyPast(entries, state, conf).replay();
  }

  @Test
  void theWinnerComesFirstAndEveryDecisionComesOutTheSame() throws Exception {
    MemoryStorage storage = new MemoryStorage();
    RetestRequest request = request(3, 2, 2, 4, 0.001);
    StudyState state = retest(storage, "2026-11-28", request, PhasesBench::epoch, 2);
    Trial winner = RetestRule.winner(parent.state());
    Retest plan = state.retest().orElseThrow().plan();
    assertThat(plan.known().get(0).trial()).isEqualTo(winner.id());
    assertThat(plan.known())
        .hasSize(3)
        .extracting(Retest.Known::configuration)
        .doesNotHaveDuplicates();
    assertThat(plan.before().values()).as("of its confirmation").hasSize(3);
    assertThat(state.history().trials().get(0).configuration()).isEqualTo(winner.configuration());
    assertThat(state.history().all().map(Trial::seed))
        .doesNotContainAnyElementsOf(parent.state().history().all().map(Trial::seed).toList());
    assertThat(state.history().all()).hasSize(plan.runs()).allMatch(run -> run.epoch() == 9);
    assertThat(state.finished()).isPresent();
    assertThat(replay(storage, request).difference()).isEmpty();
    assertThat(new String(storage.read("summary.json"), StandardCharsets.UTF_8))
        .contains("\"outcome\":", "\"earlier\":[]");
    assertThat(new String(storage.read("report.html"), StandardCharsets.UTF_8))
        .contains("Re-tests", "2026-11-28");
    RetestFigures figures = RetestFigures.of(state, "phases/retests/2026-11-28");
    assertThat(HtmlReport.of(parent.state(), List.of(figures))).contains("Re-tests", "2026-11-28");
    assertThat(HtmlReport.of(parent.state(), List.of())).doesNotContain("Re-tests");
  }

  @Test
  void onUnchangedDataAtMostOneOfTwentyAdvisesANewSearch() throws Exception {
    int alarms = 0;
    int repetitions = 400;
    for (int i = 0; i < repetitions; i++) {
      StudyState state =
          retest(
              new MemoryStorage(),
              "2026-11-28-" + i,
              request(3, 3, 2, 5, 0),
              RetestRunTest::alike,
              4);
      Outcome outcome = state.retested().orElseThrow().outcome();
      assertThat(outcome).isNotEqualTo(Outcome.DEGRADED);
      alarms += outcome == Outcome.RE_TUNE ? 1 : 0;
    }
    assertThat(alarms).isBetween(1, repetitions / 20);
  }

  @Test
  void aBetterConfigurationIsFound() throws Exception {
    // The winner of the search is the worst of all.
    double winner = RetestRule.winner(parent.state()).configuration().real("learningRate");
    SimulatedTrialExecutor.Surrogate curves =
        (segment, epoch) -> {
          boolean old = segment.configuration().real("learningRate") == winner;
          CurvePoint point = alike(segment, epoch);
          Scores scores = new Scores(1, point.dev().metric() - (old ? 0.2 : 0));
          return new CurvePoint(epoch, 0.1, scores, scores, List.of(), 1);
        };
    StudyState state =
        retest(new MemoryStorage(), "2026-11-28", request(3, 3, 2, 5, 0.01), curves, 4);
    assertThat(state.retested().orElseThrow().outcome()).isEqualTo(Outcome.RE_TUNE);
  }

  @Test
  void killedAtAnyEventItEndsTheSame() throws Exception {
    RetestRequest request = request(2, 1, 1, 2, 0.001);
    MemoryStorage whole = new MemoryStorage();
    StudyState end = retest(whole, "2026-11-28", request, PhasesBench::epoch, 1);
    byte[] journal = whole.read(FILE);
    int cuts = 0;
    for (int length = 1; length <= journal.length; length++) {
      if (journal[length - 1] == '\n') {
        MemoryStorage storage = new MemoryStorage();
        storage.write(FILE, Arrays.copyOf(journal, length));
        StudyState after = retest(storage, "2026-11-28", request, PhasesBench::epoch, 1);
        assertThat(after.history().all().toList())
            .as("cut at %d", length)
            .usingRecursiveComparison()
            .isEqualTo(end.history().all().toList());
        assertThat(after.retested()).isEqualTo(end.retested());
        assertThat(after.finished()).isPresent();
        assertThat(replay(storage, request).difference()).as("cut at %d", length).isEmpty();
        cuts++;
      }
    }
    assertThat(cuts).isGreaterThan(25);
  }

  @Test
  void aStopInTheMiddleIsObeyedAndItGoesOn() throws Exception {
    RetestRequest request = request(2, 1, 2, 2, 0.001);
    MemoryStorage storage = new MemoryStorage();
    listener =
        new StudyListener() {
          @Override
          public void trialEnded(Trial trial) {
            if (trial.id().isRepeat()) {
              stop.finish("enough for today");
            }
          }
        };
    StudyState stopped = retest(storage, "2026-11-28", request, PhasesBench::epoch, 2);
    assertThat(stopped.retested()).isEmpty();
    assertThat(stopped.finished()).isEmpty();
    stop = new StopSignal();
    listener = StudyListener.silent();
    StudyState done = retest(storage, "2026-11-28", request, PhasesBench::epoch, 2);
    assertThat(done.retested()).isPresent();
    assertThat(replay(storage, request).difference()).isEmpty();
  }

  @Test
  void whatCannotBeReTestedSaysWhy() throws Exception {
    StudyPast past = past();
    assertThatThrownBy(
            () ->
                RetestRule.conf(
                    past, new RetestRequest("phases", "new.csv", RetestRequest.Changes.NONE, null)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("data of the format digits have no path");
    PhasesBench open = new PhasesBench();
    open.listener =
        new StudyListener() {
          @Override
          public void trialEnded(Trial trial) {
            open.stop.finish("");
          }
        };
    open.caviar(PhasesBench.conf());
    StudyPast unfinished = new StudyPast(open.entries(), open.state(), PhasesBench.conf());
    assertThatThrownBy(() -> RetestRule.check(unfinished, "phases"))
        .hasMessageContaining("has not ended");
    RetestRule.check(past, "phases");
  }
}
