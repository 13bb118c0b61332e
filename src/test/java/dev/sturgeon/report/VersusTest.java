package dev.sturgeon.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sturgeon.report.Stint.Step;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Scores;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** What a comparison comes to, in figures, words and a page. */
final class VersusTest {
  private static final Objective ACCURACY =
      new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE);
  private static final String DONE = "the limit of core-hours is reached";

  private static Stint stint(double held, double dev, @Nullable Double test, Step... curve) {
    return new Stint(held, held / 2, 7, new Scores(1 - dev, dev), test, DONE, List.of(curve));
  }

  private static VersusFigures.Side side(double dev, @Nullable Double test) {
    return new Contestant(0, List.of(stint(120, dev, test, new Step(3, dev)))).side(ACCURACY);
  }

  private static VersusFigures figures(Metric metric, boolean over, double[][] tests) {
    List<VersusFigures.Seed> seeds = new ArrayList<>();
    for (int i = 0; i < tests.length; i++) {
      seeds.add(VersusFigures.Seed.of(42 + i, side(0.97, tests[i][0]), side(0.96, tests[i][1])));
    }
    return VersusFigures.of(
        new VersusFigures.Frame("digits", "studies/digits-versus", metric, 120, null, 0, 3),
        over,
        seeds);
  }

  @Test
  void theOneWhoseDifferencesAllPointItsWayIsBetter() {
    double[][] tests = {{0.97, 0.95}, {0.96, 0.945}, {0.98, 0.955}};
    VersusFigures up = figures(Metric.ACCURACY, true, tests);
    assertThat(up.verdict()).isEqualTo("caviar");
    assertThat(up.difference()).isCloseTo(0.02, within(1e-12));
    // t(0.975, 2) is 4.3027, the deviation 0.005.
    assertThat(up.low()).isCloseTo(0.02 - 4.3027 * 0.005 / Math.sqrt(3), within(1e-6));
    assertThat(figures(Metric.LOG_LOSS, true, tests).verdict())
        .as("less is better")
        .isEqualTo("panda");
    double[][] other = {{0.95, 0.97}, {0.945, 0.96}, {0.955, 0.98}};
    assertThat(figures(Metric.ACCURACY, true, other).verdict()).isEqualTo("panda");
    assertThat(figures(Metric.RMSE, true, other).verdict()).isEqualTo("caviar");
  }

  @Test
  void anIntervalThatIncludes0IsUndecided() {
    VersusFigures figures =
        figures(Metric.ACCURACY, true, new double[][] {{0.97, 0.96}, {0.96, 0.97}, {0.98, 0.97}});
    assertThat(figures.verdict()).isEqualTo("undecided");
    assertThat(VersusText.of(figures))
        .contains("Verdict: undecided, since that includes 0", "paired by seed")
        .doesNotContain("is better");
  }

  /** On a small test part, two seeds often differ by the same one row. */
  @Test
  void theSameDifferenceWithEachSeedDecidesNothing() {
    double row = 1.0 / 270;
    double[][] tests = {{0.9 + row, 0.9}, {0.95 + row, 0.95}, {0.925 + row, 0.925}};
    for (double[][] seeds : List.of(Arrays.copyOf(tests, 2), tests)) {
      VersusFigures figures = figures(Metric.ACCURACY, true, seeds);
      assertThat(figures.verdict()).isEqualTo("undecided");
      assertThat(figures.low()).isNull();
      assertThat(figures.high()).isNull();
      assertThat(figures.difference()).isCloseTo(row, within(1e-12));
      assertThat(VersusText.of(figures))
          .contains(
              "Verdict: undecided, since the difference of test accuracy is +0.0037 with each of"
                  + " the "
                  + seeds.length
                  + " seeds, which does not show how much it scatters.")
          .doesNotContain("is better");
    }
    double[][] more = {{0.9 + row, 0.9}, {0.95 + row, 0.95}, {0.9 + 1.01 * row, 0.9}};
    assertThat(figures(Metric.ACCURACY, true, more).verdict()).isEqualTo("caviar");
  }

  @Test
  void oneSeedDecidesNothing() {
    VersusFigures one = figures(Metric.ACCURACY, false, new double[][] {{0.97, 0.90}});
    assertThat(one.verdict()).isEqualTo("undecided");
    assertThat(one.low()).isNull();
    assertThat(VersusText.of(one)).contains("at least two seeds", "+0.0700");
  }

  @Test
  void aSeedWithoutBothFiguresDoesNotCount() {
    List<VersusFigures.Seed> seeds =
        List.of(
            VersusFigures.Seed.of(1, side(0.9, 0.88), side(0.8, 0.85)),
            VersusFigures.Seed.of(2, side(0.9, 0.88), side(0.8, null)),
            VersusFigures.Seed.of(3, side(0.9, 0.88), side(0.8, Double.NaN)));
    VersusFigures figures =
        VersusFigures.of(
            new VersusFigures.Frame("s", "d", Metric.ACCURACY, 120, null, 0, 3), false, seeds);
    assertThat(figures.difference()).isCloseTo(0.03, within(1e-12));
    assertThat(Objects.requireNonNull(figures.caviar()).test()).isEqualTo(0.88);
    assertThat(VersusText.of(figures)).contains("–");
  }

  private static VersusFigures.Side nothing() {
    return new Contestant(0, List.of(new Stint(120, 60, 1, null, null, DONE, List.of())))
        .side(ACCURACY);
  }

  private static VersusFigures of(boolean over, VersusFigures.Side... sides) {
    List<VersusFigures.Seed> seeds = new ArrayList<>();
    for (int i = 0; i < sides.length; i += 2) {
      seeds.add(VersusFigures.Seed.of(42 + i / 2, sides[i], sides[i + 1]));
    }
    return VersusFigures.of(
        new VersusFigures.Frame("digits", "d", Metric.ACCURACY, 120, null, 0, 6), over, seeds);
  }

  /** With three clear seeds, that would be panda's. */
  private static VersusFigures withOthers(boolean over, VersusFigures.Side... others) {
    List<VersusFigures.Side> sides = new ArrayList<>(List.of(others));
    for (double test : new double[] {0.95, 0.94, 0.955}) {
      sides.add(side(0.9, test));
      sides.add(side(0.9, test + 0.02 + test / 1000));
    }
    return of(over, sides.toArray(VersusFigures.Side[]::new));
  }

  @Test
  void seedsInWhichOnlyOneFailsAreNamedAndLeaveItUndecided() throws Exception {
    assertThat(withOthers(true).verdict()).as("without them").isEqualTo("panda");
    VersusFigures figures = withOthers(true, side(0.9, 0.9), nothing(), side(0.9, 0.9), nothing());
    assertThat(figures.verdict()).isEqualTo("undecided");
    assertThat(figures.compared()).isEqualTo(3);
    assertThat(VersusText.of(figures))
        .contains("Seeds 42, 43 left out: panda has no network.", "mean of 3")
        .contains("undecided, since seeds are left out where only one has no figure", ", 3 seeds)");
    assertThat(VersusPage.of(figures)).contains("Seeds 42, 43 left out: panda has no network.");
    JsonNode json = new ObjectMapper().readTree(figures.toJson());
    assertThat(json.at("/leftOut/0/seeds/1").longValue()).isEqualTo(43);
    assertThat(json.at("/leftOut/0/why").textValue()).isEqualTo("panda has no network");
    assertThat(json.get("compared").intValue()).isEqualTo(3);
    assertThat(withOthers(false, nothing(), side(0.9, 0.9)).verdict())
        .as("nor while it goes on")
        .isEqualTo("undecided");
  }

  @Test
  void aSeedInWhichBothFailIsLeftOutAndSaid() {
    VersusFigures figures = withOthers(true, nothing(), nothing());
    assertThat(figures.verdict()).isEqualTo("panda");
    assertThat(VersusText.of(figures))
        .contains("Seed 42 left out: caviar has no network, panda has no network.");
  }

  @Test
  void aSeedThatIsNotDoneYetIsNotLeftOut() {
    VersusFigures figures =
        of(
            false,
            side(0.9, 0.93),
            side(0.9, 0.951),
            side(0.9, 0.92),
            side(0.9, 0.94),
            side(0.9, 0.9),
            nothing());
    assertThat(figures.leftOut()).isEmpty();
    assertThat(figures.verdict()).isEqualTo("panda");
  }

  @Test
  void pandasOneAfterAnotherAreOneLine() {
    Contestant panda =
        new Contestant(
            20,
            List.of(
                stint(30, 0.9, null, new Step(5, 0.8), new Step(9, 0.9)),
                stint(40, 0.95, 0.93, new Step(2, 0.85), new Step(30, 0.95))));
    VersusFigures.Side side = panda.side(ACCURACY);
    assertThat(side.coreSeconds()).isEqualTo(90);
    assertThat(side.seconds()).isEqualTo(35);
    assertThat(side.studies()).isEqualTo(2);
    assertThat(side.dev()).isEqualTo(0.95);
    assertThat(side.test()).isEqualTo(0.93);
    assertThat(side.curve())
        .as("what is charged and what the first held comes before; 0.85 is no news")
        .containsExactly(new Step(25, 0.8), new Step(29, 0.9), new Step(80, 0.95));
  }

  @Test
  void whatIsLeftUnusedAndWhatIsChargedIsSaid() {
    Contestant grid = new Contestant(0, List.of(stint(60, 0.9, 0.88)));
    Contestant panda = new Contestant(55.5, List.of(stint(65, 0.8, 0.85)));
    VersusFigures figures =
        VersusFigures.of(
            new VersusFigures.Frame("s", "d", Metric.ACCURACY, 120, "studies/a", 55.5, 1),
            true,
            List.of(VersusFigures.Seed.of(1, grid.side(ACCURACY), panda.side(ACCURACY))));
    assertThat(VersusText.of(figures))
        .contains("Seed 1: caviar left 60.0 core-seconds unused: " + DONE)
        .contains("begins with the best of studies/a; the 55.5 core-seconds that held are charged")
        .contains("The test part is used")
        .doesNotContain("panda left");
  }

  @Test
  void theCurveOfAStudyIsItsBestSoFarAgainstWhatItHeld() {
    Stint stint = Stint.of(ReportSamples.entriesOfFinished());
    assertThat(stint.trials()).isEqualTo(40);
    assertThat(stint.ending()).isEqualTo("all trials are done");
    Scores best = Objects.requireNonNull(stint.best());
    assertThat(stint.curve()).hasSizeGreaterThan(2);
    assertThat(stint.curve().get(stint.curve().size() - 1).value()).isEqualTo(best.metric());
    assertThat(stint.curve())
        .isSortedAccordingTo((a, b) -> Double.compare(a.coreSeconds(), b.coreSeconds()))
        .isSortedAccordingTo((a, b) -> Double.compare(a.value(), b.value()));
  }

  @Test
  void thePageStandsAloneAndTheJsonHasAll() throws Exception {
    VersusFigures figures =
        figures(Metric.ACCURACY, true, new double[][] {{0.97, 0.95}, {0.96, 0.945}, {0.98, 0.955}});
    String page = VersusPage.of(figures);
    assertThat(page).contains("<h2>Best so far</h2>", "polyline", "core-seconds held", "caviar is");
    assertThat(page).doesNotContain("<script", "src=", "href=");
    String body = page.substring(page.indexOf("<main>"), page.indexOf("</body>"));
    var parsed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(body)));
    assertThat(parsed.getElementsByTagName("polyline").getLength()).isEqualTo(6);
    assertThat(parsed.getElementsByTagName("tr").getLength()).isEqualTo(1 + 6 + 2);

    JsonNode json = new ObjectMapper().readTree(figures.toJson());
    assertThat(json.get("verdict").textValue()).isEqualTo("caviar");
    assertThat(json.at("/seeds/0/panda/test").doubleValue()).isEqualTo(0.95);
    assertThat(json.at("/seeds/2/caviar/curve/0/coreSeconds").doubleValue()).isEqualTo(3);
    assertThat(json.get("from").isNull()).isTrue();
  }
}
