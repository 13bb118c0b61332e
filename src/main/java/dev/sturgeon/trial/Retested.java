package dev.sturgeon.trial;

import dev.sturgeon.stats.Interval;
import dev.sturgeon.stats.Sample;
import dev.sturgeon.stats.Welch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a re-test has shown.
 *
 * <p>The gain is what the challenger is better by, seed by seed; its interval is Student's, at 95
 * %. Above {@code minGain} as a whole it advises a new search; as a whole not above it, the winner
 * holds; else nothing is decided. So where no configuration gains more than {@code minGain}, at
 * most one re-test of 40 advises one. A challenger that was lost with a judging seed is not to be
 * relied on, and the winner holds. One that was whole with every judging seed, where the winner was
 * lost with most, is better without a figure to say by how much.
 *
 * <p>On other data than the search's the winner is degraded if it is worse than before by more than
 * {@code minGain}, by Welch's interval at 95 %, in which the dev parts' own standard errors count
 * too: another dev part alone shifts the figures. On any data it is degraded if it was lost with
 * most judging seeds. To be degraded matters less than a gain, since a new search is the cure, but
 * more than that no better one was found.
 *
 * @param outcome what follows
 * @param challenger the trial of the re-test that was judged against the winner; empty where no
 *     other configuration trained, or none is chosen yet
 * @param winner the winner's judging runs' dev values; null where none counts
 * @param challenged the challenger's, of the same seeds; null where none counts
 * @param gain what the challenger is better by, in the metric's unit; null where unknown
 * @param loss what the winner is worse by than before; null where the data are the same, or unknown
 * @param degraded whether the winner is degraded
 * @param why what surprised, in a sentence; or empty
 */
public record Retested(
    Outcome outcome,
    Optional<TrialId> challenger,
    @Nullable Sample winner,
    @Nullable Sample challenged,
    @Nullable Interval gain,
    @Nullable Interval loss,
    boolean degraded,
    String why) {

  /** What follows from a re-test. */
  public enum Outcome {
    /** No other configuration that was tried is better by more than {@code minGain}. */
    HOLDS,
    /** The runs are too few to tell. */
    UNDECIDED,
    /**
     * Another configuration is better by more than {@code minGain}, or alone trains: search again.
     */
    RE_TUNE,
    /** The winner is worse than it was, and nothing better is known. */
    DEGRADED
  }

  /** What follows from the runs so far; a pure function of the history. */
  public static Retested of(Retest plan, History history) {
    return new Judge(plan, history).judge();
  }

  /** Works it out. */
  private record Judge(Retest plan, History history) {

    Retested judge() {
      Challenge challenge = new Challenge(plan, history);
      List<Trial> winner = challenge.ofWinner();
      List<Trial> other = challenge.ofChallenger();
      boolean lost = 2 * winner.stream().filter(Runs::isLost).count() > plan.seeds();
      boolean unreliable = other.stream().anyMatch(Runs::isLost);
      Interval gain = gain(winner, other);
      Sample mine = sample(winner);
      Interval loss = mine == null || !plan.changed() ? null : loss(mine);
      boolean degraded = lost || (loss != null && loss.low() > plan.minGain());
      Optional<TrialId> challenger =
          challenge.isSelected() ? challenge.challenger() : Optional.empty();
      return new Retested(
          outcome(gain, unreliable, lost && isWhole(other), degraded),
          challenger,
          mine,
          sample(other),
          gain,
          loss,
          degraded,
          why(winner, other));
    }

    private boolean isWhole(List<Trial> runs) {
      return runs.size() >= plan.seeds() && runs.stream().allMatch(Runs::isWhole);
    }

    private Outcome outcome(
        @Nullable Interval gain, boolean unreliable, boolean alone, boolean degraded) {
      boolean gains = gain != null && gain.low() > plan.minGain() && !unreliable;
      if (gains || alone) {
        return Outcome.RE_TUNE;
      }
      if (degraded) {
        return Outcome.DEGRADED;
      }
      boolean holds = unreliable || (gain != null && gain.high() <= plan.minGain());
      return holds ? Outcome.HOLDS : Outcome.UNDECIDED;
    }

    private static String why(List<Trial> winner, List<Trial> other) {
      List<String> lost = new ArrayList<>();
      winner.stream()
          .filter(Runs::isLost)
          .forEach(run -> lost.add("the winner's run " + run.id() + " " + run.standing()));
      other.stream()
          .filter(Runs::isLost)
          .forEach(run -> lost.add("the challenger's run " + run.id() + " " + run.standing()));
      return String.join(", ", lost);
    }

    private @Nullable Interval gain(List<Trial> winner, List<Trial> other) {
      double[] gains =
          IntStream.range(0, Math.min(winner.size(), other.size()))
              .filter(i -> Runs.isWhole(winner.get(i)) && Runs.isWhole(other.get(i)))
              .mapToDouble(i -> better(metric(other.get(i)) - metric(winner.get(i))))
              .toArray();
      return gains.length < 2 ? null : new Sample(gains).mean95();
    }

    private Interval loss(Sample now) {
      Retest.Before before = plan.before();
      Sample then = new Sample(before.values().stream().mapToDouble(d -> d).toArray());
      Interval fall = Welch.difference95(then, before.error(), now, before.errorNow());
      return isMaximised() ? fall : new Interval(-fall.high(), -fall.low());
    }

    private double better(double difference) {
      return isMaximised() ? difference : -difference;
    }

    private boolean isMaximised() {
      return history.objective().metric().isMaximised();
    }

    private static @Nullable Sample sample(List<Trial> runs) {
      double[] values = runs.stream().filter(Runs::isWhole).mapToDouble(Judge::metric).toArray();
      return values.length == 0 ? null : new Sample(values);
    }

    private static double metric(Trial run) {
      return run.scores().orElseThrow().metric();
    }
  }
}
