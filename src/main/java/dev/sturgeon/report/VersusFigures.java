package dev.sturgeon.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sturgeon.report.Stint.Step;
import dev.sturgeon.stats.Interval;
import dev.sturgeon.stats.Sample;
import dev.sturgeon.trial.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
 * @param compared of how many seeds both have test figures: all that follows is of these
 * @param leftOut the others that are done, and why
 * @param difference test figures of the two, caviar's less panda's: the mean; null likewise
 * @param low where the true difference lies, at 95 %; null where unknown: of a single seed, and
 *     where all seeds have the same difference, as two or three of a test part with few rows may
 *     have by chance
 * @param high the same
 * @param verdict {@code caviar} or {@code panda} where one is better, else {@code undecided}; so
 *     where a seed is left out for one of the two alone, which the rest would flatter
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
    int compared,
    List<LeftOut> leftOut,
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

    /** Whether one of the two has a figure and the other has none. */
    boolean lacksOne() {
      return caviar.lack().isEmpty() != panda.lack().isEmpty();
    }

    /** What is missing. */
    String lack() {
      return Stream.concat(
              caviar.lack().map(lack -> "caviar " + lack).stream(),
              panda.lack().map(lack -> "panda " + lack).stream())
          .collect(Collectors.joining(", "));
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

    /** Why it has no figure of the test part; empty where it has one. */
    Optional<String> lack() {
      if (test != null) {
        return Double.isFinite(test) ? Optional.empty() : Optional.of("has no finite test figure");
      }
      return Optional.of(dev == null ? "has no network" : "was not measured on the test part");
    }
  }

  /** Seeds that are done without test figures of both, and what is missing. */
  public record LeftOut(List<Long> seeds, String why) {

    /** Copies the list. */
    public LeftOut {
      seeds = List.copyOf(seeds);
    }
  }

  /** Means over the seeds of which both have figures. */
  public record Mean(double dev, double test, double coreSeconds, double seconds) {}

  /** Copies the lists. */
  public VersusFigures {
    seeds = List.copyOf(seeds);
    leftOut = List.copyOf(leftOut);
  }

  /** Of the seeds so far. */
  public static VersusFigures of(Frame frame, boolean over, List<Seed> seeds) {
    // One seed comes after another: all but the last are done.
    List<Seed> done = over ? seeds : seeds.subList(0, Math.max(0, seeds.size() - 1));
    List<Seed> whole = seeds.stream().filter(seed -> seed.difference() != null).toList();
    double[] differences =
        whole.stream().mapToDouble(seed -> Objects.requireNonNull(seed.difference())).toArray();
    Optional<Sample> sample =
        differences.length == 0 ? Optional.empty() : Optional.of(new Sample(differences));
    Interval interval =
        sample.filter(Sample::scatters).map(Sample::mean95).orElse(Interval.UNKNOWN);
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
        whole.size(),
        leftOut(done),
        sample.map(Sample::mean).orElse(null),
        interval.isFinite() ? interval.low() : null,
        interval.isFinite() ? interval.high() : null,
        done.stream().anyMatch(Seed::lacksOne) ? UNDECIDED : verdict(interval, frame.metric()));
  }

  private static List<LeftOut> leftOut(List<Seed> done) {
    Map<String, List<Long>> seeds = new LinkedHashMap<>();
    done.stream()
        .filter(seed -> seed.difference() == null)
        .forEach(
            seed -> seeds.computeIfAbsent(seed.lack(), w -> new ArrayList<>()).add(seed.seed()));
    return seeds.entrySet().stream().map(e -> new LeftOut(e.getValue(), e.getKey())).toList();
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
