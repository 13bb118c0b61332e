package dev.sturgeon.api;

import dev.sturgeon.report.VersusFigures;
import dev.sturgeon.report.VersusText;

/**
 * What a comparison has to say.
 *
 * @param figures the figures
 * @param text the same for a person
 */
public record VersusAnswer(VersusFigures figures, String text) {

  static VersusAnswer of(VersusFigures figures) {
    String end =
        figures.over()
            ? "The curves are in " + figures.directory() + "/versus.html."
            : "Stopped before its end; the same command goes on with " + figures.directory() + ".";
    return new VersusAnswer(figures, VersusText.of(figures) + "\n" + end);
  }
}
