package dev.sturgeon.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.trial.Limits;
import java.io.StringReader;
import java.time.Instant;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

final class HtmlReportTest {
  private final String page = HtmlReport.of(ReportSamples.noted());

  @Test
  void refersToNothingOutsideItself() {
    assertThat(page)
        .doesNotContainPattern(Pattern.compile("https?:|//[a-z]|url\\(|@import|src=|href="));
  }

  @Test
  void nothingFromDataOrConfigurationBecomesMarkup() {
    assertThat(page).doesNotContain("<script");
    assertThat(count("&lt;script&gt;alert(")).isGreaterThan(40);
  }

  @Test
  void isWellFormedAndShowsEverySearchedHyperparameter() throws Exception {
    Document body = parsed();
    NodeList charts = body.getElementsByTagName("svg");
    assertThat(charts.getLength()).as("best so far, curves, four hyperparameters").isEqualTo(6);
    assertThat(body.getElementsByTagName("tr").getLength())
        .as("a head, 40 trials, two baselines")
        .isEqualTo(43);
    assertThat(page).contains("learningRate", "momentum", "0.0001", "128");
    assertThat(page).doesNotContain("aria-label=\"accuracy against epsilon\"");
  }

  @Test
  void everyTrialWithAValueIsADot() throws Exception {
    // 34 trials have a value: each is in "best so far" and in the three unconditional charts.
    NodeList dots = parsed().getElementsByTagName("circle");
    assertThat(dots.getLength()).isBetween(4 * 34, 5 * 34);
  }

  @Test
  void saysWhereItComesFrom() {
    assertThat(page)
        .contains("1234567", "5f".repeat(32), "Spark 4.1.0", "Java 17.0.9", "2026-11-22T10:00:00Z")
        .contains("bad &lt;script", "loss is NaN", "diverged")
        .contains("Best: trial")
        .contains("Ended: all trials are done");
  }

  @Test
  void saysHowMuchOfTheCoreHoursIsUsed() {
    StudyState study = ReportSamples.noted();
    assertThat(HtmlReport.of(study)).doesNotContain("core-hours");
    Event limited = new Event.LimitsSet(new Limits(null, null, null, null, 2.5), 2);
    study.apply(new Stamped(Instant.EPOCH, study.seconds(), limited));
    assertThat(HtmlReport.of(study)).containsPattern(" and 0\\.\\d+ of 2\\.5 core-hours\\.");
  }

  @Test
  void aStudyOfNumbersSaysWhatItsFiguresMean() {
    String numbers = HtmlReport.of(ReportSamples.ofNumbers());
    assertThat(numbers)
        .contains("rmse, in the label&#39;s own unit: lower is better.", "mean squared error")
        .containsPattern("Best: trial \\d+ with rmse \\d{4}\\.\\d on the dev part")
        .contains("<td>80000.0</td>", "aria-label=\"rmse against learningRate\"")
        .doesNotContain("<dt>classes</dt>", "<dt>class weights</dt>");
    assertThat(page).contains("<dt>classes</dt>", "accuracy: higher is better.");
  }

  @Test
  void showsDiagnosisAndNotes() {
    assertThat(page)
        .contains("variance: train", "learningRate 1e-4…1 -&gt; 0.01…0.1")
        .contains("trial 3: gradients vanish");
  }

  @Test
  void aStudyWithoutAnyTrialHasAPageToo() {
    assertThat(HtmlReport.of(ReportSamples.empty()))
        .contains("No trial has a value.")
        .doesNotContain("<svg");
  }

  private int count(String text) {
    return page.split(Pattern.quote(text), -1).length - 1;
  }

  private Document parsed() throws Exception {
    String body = page.substring(page.indexOf("<body>"), page.indexOf("</html>"));
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(body)));
  }
}
