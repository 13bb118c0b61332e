package dev.sturgeon.train;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a gradient check found: whether back-propagation gives the slope that the loss has.
 *
 * @param verdict the worst of the stages; at least suspicious where an array could hardly be
 *     compared in any of them
 * @param stages one for each state of the network
 * @param notes what else there is to say, one sentence each
 */
public record GradientReport(
    GradientVerdict verdict, List<GradientStage> stages, List<String> notes) {

  /** Copies the lists. */
  public GradientReport {
    stages = List.copyOf(stages);
    notes = List.copyOf(notes);
  }

  /** The report on these stages, at least one. */
  public static GradientReport of(List<GradientStage> stages, List<String> notes) {
    GradientVerdict verdict =
        stages.stream()
            .map(GradientStage::verdict)
            .reduce(GradientVerdict.GOOD, GradientVerdict::or);
    List<String> all = new ArrayList<>(notes);
    Set<String> hidden = hidden(stages);
    if (!hidden.isEmpty()) {
      verdict = verdict.or(GradientVerdict.SUSPICIOUS);
      all.add(
          "most entries of %s lie at kinks of the loss and could not be compared"
              .formatted(String.join("; ", hidden)));
    }
    return new GradientReport(verdict, stages, all);
  }

  /** The arrays of which most entries were left out in every stage. */
  private static Set<String> hidden(List<GradientStage> stages) {
    Set<String> hidden = new LinkedHashSet<>(names(stages.get(0), ParameterGradient::isHidden));
    stages.forEach(stage -> hidden.retainAll(names(stage, ParameterGradient::isHidden)));
    return hidden;
  }

  private static List<String> names(GradientStage stage, Predicate<ParameterGradient> which) {
    return stage.parameters().stream().filter(which).map(ParameterGradient::name).toList();
  }

  /** One sentence for each stage, with what is not good in it. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    for (GradientStage stage : stages) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "%s: difference %.2g (%s); %d of %d entries compared, %d left out at kinks",
              stage.when(),
              stage.difference(),
              word(stage.verdict()),
              stage.checked(),
              stage.entries(),
              stage.kinks()));
      stage.parameters().stream()
          .filter(array -> array.verdict() != GradientVerdict.GOOD)
          .map(GradientReport::sentence)
          .forEach(sentences::add);
      stage.parameters().stream()
          .filter(array -> array.verdict() == GradientVerdict.WRONG)
          // It comes from the output side.
          .reduce((nearer, later) -> later)
          .map(last -> "back-propagation goes wrong first in layer " + last.layer())
          .ifPresent(sentences::add);
    }
    sentences.addAll(notes);
    return sentences;
  }

  private static String sentence(ParameterGradient array) {
    ParameterGradient.Entry worst = array.worst();
    String furthest =
        worst == null
            ? ""
            : String.format(
                Locale.ROOT,
                "; furthest off is entry %s, %.6g by back-propagation, %.6g by the loss",
                worst.index(),
                worst.analytic(),
                worst.numeric());
    return String.format(
        Locale.ROOT,
        "%s: difference %.2g (%s)%s",
        array.name(),
        array.difference(),
        word(array.verdict()),
        furthest);
  }

  private static String word(GradientVerdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }
}
