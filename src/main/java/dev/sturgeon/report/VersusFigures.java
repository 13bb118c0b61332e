package dev.sturgeon.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sturgeon.report.Stint.Step;
import dev.sturgeon.stats.Interval;
import dev.sturgeon.stats.Sample;
import dev.sturgeon.trial.Metric;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What searching and watching have come to, side by side. The names of the components are those of
 * the JSON object.
 *
 * @param study the name of both
 * @param directory where its files lie
 * @param metric the metric's name
 * @param coreSeconds what either may hold of the cluster with each seed
 * @param from the study whose best the pandas begin with; null for random configurations
 * @param charged what that study held, which is charged to each panda
 * @param planned over how many seeds they are compared
 * @param over whether that is done
 * @param seeds seed by seed, as far as it has come
 * @param caviar the means of searching; null before there are figures of a whole seed
 * @param panda the means of watching; null likewise
 * @param difference test figures of the two, caviar's less panda's: the mean; null likewise
 * @param low where the true difference lies, at 95 %; null where unknown
 * @param high the same
 * @param verdict {@code caviar} or {@code panda} where one is better, else {@code undecided}
 */
public record VersusFigures(
    String study,
    String directory,
    String metric,
    double coreSeconds,
    @Nullable String from,
    double charged,
    int planned,
    boolean over,
    List<Seed> seeds,
    @Nullable Mean caviar,
    @Nullable Mean panda,
    @Nullable Double difference,
    @Nullable Double low,
    @Nullable Double high,
    String verdict) {
  static final String UNDECIDED = "undecided";
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What a comparison is about.
   *
   * @param coreSeconds what either may hold with each seed
   * @param from the study whose best the pandas begin with; null for none
   * @param charged what that study held
   */
  public record Frame(
      String study,
      String directory,
      Metric metric,
      double coreSeconds,
      @Nullable String from,
      double charged,
      int planned) {}

  /**
   * One seed.
   *
   * @param difference test figures, caviar's less panda's; null where one has none
   */
  public record Seed(long seed, Side caviar, Side panda, @Nullable Double difference) {

    /** Of two sides. */
    public static Seed of(long seed, Side caviar, Side panda) {
      Double one = caviar.test();
      Double other = panda.test();
      Double difference = one == null || other == null ? null : one - other;
      boolean known = difference != null && Double.isFinite(difference);
      return new Seed(seed, caviar, panda, known ? difference : null);
    }
  }

  /**
   * One of the two with one seed.
   *
   * @param dev the best network's value on the dev part, by which it was chosen; null for none
   * @param test its value on the test part; null where that was not measured
   * @param coreSeconds what was held, what is charged beforehand included
   * @param seconds for how long it was held: wall-clock time
   * @param studies how many studies that took: searches, or pandas one after another
   * @param trials how many trials they have begun
   * @param ending why the last one ended; null where it has not
   * @param curve the best dev value so far
   */
  public record Side(
      @Nullable Double dev,
      @Nullable Double test,
      double coreSeconds,
      double seconds,
      int studies,
      int trials,
      @Nullable String ending,
      List<Step> curve) {

    /** Copies the list. */
    public Side {
      curve = List.copyOf(curve);
    }
  }

  /** Means over the seeds of which both have figures. */
  public record Mean(double dev, double test, double coreSeconds, double seconds) {}

  /** Copies the list. */
  public VersusFigures {
    seeds = List.copyOf(seeds);
  }

  /** Of the seeds so far. */
  public static VersusFigures of(Frame frame, boolean over, List<Seed> seeds) {
    List<Seed> whole = seeds.stream().filter(seed -> seed.difference() != null).toList();
    double[] differences =
        whole.stream().mapToDouble(seed -> Objects.requireNonNull(seed.difference())).toArray();
    Optional<Sample> sample =
        differences.length == 0 ? Optional.empty() : Optional.of(new Sample(differences));
    Interval interval = sample.map(Sample::mean95).orElse(Interval.UNKNOWN);
    return new VersusFigures(
        frame.study(),
        frame.directory(),
        frame.metric().label(),
        frame.coreSeconds(),
        frame.from(),
        frame.charged(),
        frame.planned(),
        over,
        seeds,
        mean(whole, Seed::caviar),
        mean(whole, Seed::panda),
        sample.map(Sample::mean).orElse(null),
        interval.isFinite() ? interval.low() : null,
        interval.isFinite() ? interval.high() : null,
        verdict(interval, frame.metric()));
  }

  private static String verdict(Interval interval, Metric metric) {
    if (interval.includes(0)) {
      return UNDECIDED;
    }
    return metric.isBetter(interval.low(), 0) ? "caviar" : "panda";
  }

  private static @Nullable Mean mean(List<Seed> seeds, Function<Seed, Side> side) {
    return seeds.isEmpty()
        ? null
        : new Mean(
            mean(seeds.stream().map(side).map(one -> Objects.requireNonNull(one.dev()))),
            mean(seeds.stream().map(side).map(one -> Objects.requireNonNull(one.test()))),
            mean(seeds.stream().map(side).map(Side::coreSeconds)),
            mean(seeds.stream().map(side).map(Side::seconds)));
  }

  private static double mean(Stream<Double> values) {
    return new Sample(values.mapToDouble(Double::doubleValue).toArray()).mean();
  }

  /** The JSON object, on one line. */
  public String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("figures can always be written", e);
    }
  }
}
