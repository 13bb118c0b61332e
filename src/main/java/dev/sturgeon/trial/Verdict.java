package dev.sturgeon.trial;

import dev.sturgeon.stats.Interval;
import dev.sturgeon.stats.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a confirmation has shown so far. The search's own runs do not count. Where a candidate's
 * paired difference to the best one may be 0, the two are not distinguished; of those that are not,
 * the one that trains in the shortest time wins, or with the fewest epochs where times may not
 * count. With fewer than four seeds hardly anything can be distinguished: then the best wins.
 *
 * <p>Only seeds count with which every candidate was trained to its end. A candidate of which a run
 * has no value, because it diverged or failed by its own fault, is out.
 *
 * @param judged the candidates, in the plan's order
 * @param seeds how many seeds count
 * @param winner the one that wins; empty with fewer than two seeds, and where all are out
 * @param saved its run of median dev value, the lower one of two
 */
public record Verdict(
    List<Judged> judged, int seeds, Optional<TrialId> winner, Optional<TrialId> saved) {
  private static final int LEAST_SEEDS = 2;
  private static final int LEAST_SEEDS_FOR_THE_CHEAPEST = 4;

  /** Copies the list. */
  public Verdict {
    judged = List.copyOf(judged);
  }

  /**
   * A candidate.
   *
   * @param trial the trial of the search
   * @param confirmed its fresh runs' dev values, by seed; null where none counts
   * @param seconds median training time of these runs: one that had to wait says little
   * @param difference where its true difference to the best candidate lies, in the metric's unit;
   *     null for that one itself, and where nothing is known
   * @param distinguished whether it is known to be worse than the best
   * @param why why it is out; empty where it is not
   */
  public record Judged(
      TrialId trial,
      @Nullable Sample confirmed,
      double seconds,
      @Nullable Interval difference,
      boolean distinguished,
      String why) {}

  /** What follows from the runs so far; a pure function of the history. */
  public static Verdict of(Confirmation plan, History history) {
    return new Court(plan, history).verdict();
  }

  /** Of the winner, where there is one. */
  public Optional<Judged> judgedWinner() {
    return judged.stream().filter(one -> winner.filter(one.trial()::equals).isPresent()).findAny();
  }

  /** Works one out. */
  private static final class Court {
    private final Confirmation plan;
    private final History history;
    private final List<Integer> in;
    private final List<Integer> complete;

    Court(Confirmation plan, History history) {
      this.plan = plan;
      this.history = history;
      this.in = candidates().filter(c -> out(c).isEmpty()).boxed().toList();
      this.complete =
          IntStream.range(0, plan.seeds())
              .filter(seed -> !in.isEmpty() && in.stream().allMatch(c -> counts(c, seed)))
              .boxed()
              .toList();
    }

    private IntStream candidates() {
      return IntStream.range(0, plan.candidates().size());
    }

    private String out(int candidate) {
      return IntStream.range(0, plan.seeds())
          .mapToObj(seed -> plan.run(history, candidate, seed))
          .flatMap(Optional::stream)
          .filter(Runs::isLost)
          .findFirst()
          .map(run -> "run " + run.id() + " " + run.standing())
          .orElse("");
    }

    private boolean counts(int candidate, int seed) {
      return plan.run(history, candidate, seed).filter(Runs::isWhole).isPresent();
    }

    Verdict verdict() {
      if (complete.isEmpty()) {
        return new Verdict(
            candidates().mapToObj(c -> judged(c, null, false)).toList(),
            0,
            Optional.empty(),
            Optional.empty());
      }
      int top = in.stream().min(Comparator.comparing(this::value, this::compare)).orElseThrow();
      List<Judged> judged = new ArrayList<>();
      for (int c : candidates().toArray()) {
        Interval difference = c == top || !in.contains(c) ? null : difference(c, top);
        judged.add(judged(c, difference, difference != null && !difference.includes(0)));
      }
      Optional<TrialId> winner =
          in.stream()
              .filter(c -> complete.size() >= LEAST_SEEDS && !judged.get(c).distinguished())
              .filter(c -> complete.size() >= LEAST_SEEDS_FOR_THE_CHEAPEST || c == top)
              .min(Comparator.comparingDouble(this::cost))
              .map(plan.candidates()::get);
      return new Verdict(judged, complete.size(), winner, winner.map(this::median));
    }

    private double cost(int candidate) {
      return plan.strict() ? mean(candidate, run -> (double) run.epoch()) : seconds(candidate);
    }

    private Judged judged(int candidate, @Nullable Interval difference, boolean distinguished) {
      boolean counts = in.contains(candidate) && !complete.isEmpty();
      return new Judged(
          plan.candidates().get(candidate),
          counts ? new Sample(metrics(candidate)) : null,
          counts ? seconds(candidate) : 0,
          difference,
          distinguished,
          out(candidate));
    }

    private Interval difference(int candidate, int top) {
      double[] mine = metrics(candidate);
      double[] best = metrics(top);
      double[] differences =
          IntStream.range(0, mine.length).mapToDouble(i -> mine[i] - best[i]).toArray();
      return new Sample(differences).mean95();
    }

    private double[] metrics(int candidate) {
      return runs(candidate).stream().mapToDouble(Court::metric).toArray();
    }

    private List<Trial> runs(int candidate) {
      return complete.stream()
          .map(seed -> plan.run(history, candidate, seed).orElseThrow())
          .toList();
    }

    private static double metric(Trial run) {
      return run.scores().orElseThrow().metric();
    }

    private double seconds(int candidate) {
      double[] sorted = runs(candidate).stream().mapToDouble(Trial::seconds).sorted().toArray();
      return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private double mean(int candidate, Function<Trial, Double> figure) {
      return runs(candidate).stream().mapToDouble(figure::apply).average().orElse(0);
    }

    private Scores value(int candidate) {
      return new Scores(
          mean(candidate, run -> run.scores().orElseThrow().loss()),
          mean(candidate, Court::metric));
    }

    private int compare(Scores a, Scores b) {
      return history.objective().isBetter(a, b) ? -1 : history.objective().isBetter(b, a) ? 1 : 0;
    }

    private TrialId median(TrialId winner) {
      List<Trial> best =
          runs(plan.candidates().indexOf(winner)).stream()
              .sorted(Comparator.comparing(run -> run.scores().orElseThrow(), this::compare))
              .toList();
      return best.get(best.size() / 2).id();
    }
  }
}
