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
 *     compared in any of them, or a stage is missing
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

  /**
   * The report on these stages, at least one.
   *
   * @param missing why other stages could not be compared, one sentence each
   */
  public static GradientReport of(List<GradientStage> stages, List<String> missing) {
    GradientVerdict verdict =
        stages.stream()
            .map(GradientStage::verdict)
            .reduce(GradientVerdict.GOOD, GradientVerdict::or);
    List<String> notes = new ArrayList<>(missing);
    Set<String> hidden = always(stages, ParameterGradient::isHidden);
    if (!hidden.isEmpty()) {
      notes.add(
          "most entries of %s lie at kinks of the loss and could not be compared"
              .formatted(String.join("; ", hidden)));
    }
    Set<String> faint = always(stages, array -> array.faint() || array.isHidden());
    faint.removeAll(hidden);
    if (!faint.isEmpty()) {
      notes.add(
          "the gradient of %s is too small to tell from rounding and could not be compared"
              .formatted(String.join("; ", faint)));
    }
    return new GradientReport(
        notes.isEmpty() ? verdict : verdict.or(GradientVerdict.SUSPICIOUS), stages, notes);
  }

  /** The arrays of which something is true in every stage. */
  private static Set<String> always(
      List<GradientStage> stages, Predicate<ParameterGradient> which) {
    Set<String> always = new LinkedHashSet<>(names(stages.get(0), which));
    stages.forEach(stage -> always.retainAll(names(stage, which)));
    return always;
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
