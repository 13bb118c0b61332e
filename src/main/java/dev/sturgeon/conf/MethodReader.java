package dev.sturgeon.conf;

import dev.sturgeon.conf.MethodConf.SamplerKind;
import dev.sturgeon.conf.MethodConf.SchedulerKind;
import dev.sturgeon.space.SearchSpace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads by which rules to search, from keys of the section {@code search}. */
final class MethodReader {
  /** Rounds of a search that does not say how many. */
  static final int USUAL_ROUNDS = 3;

  private static final double USUAL_ETA = 3;

  /** The sequence has direction numbers for so many dimensions. */
  private static final int MOST_SOBOL = 1000;

  private static final int MAX_ROUNDS = 100;

  /** The lowest rung is, as nearly as epochs allow, at the third of a third of a third. */
  private static final double USUAL_SPAN = 27;

  private static final Map<String, SchedulerKind> SCHEDULERS =
      Names.of(SchedulerKind.values(), SchedulerKind::label);
  private static final Map<String, SamplerKind> SAMPLERS =
      Names.of(SamplerKind.values(), SamplerKind::label);

  private final Section search;
  private final Problems problems;
  private final int maxEpochs;

  MethodReader(Section search, Problems problems, int maxEpochs) {
    this.search = search;
    this.problems = problems;
    this.maxEpochs = maxEpochs;
  }

  /**
   * The method.
   *
   * @param space what the first configurations are of; empty if it had a problem itself
   */
  MethodConf read(Optional<SearchSpace> space) {
    SamplerKind sampler = search.find("sampler", Readers.oneOf(SAMPLERS)).orElse(SamplerKind.MODEL);
    boolean grid = sampler == SamplerKind.GRID;
    if (sampler == SamplerKind.SOBOL && space.map(SearchSpace::dimension).orElse(0) > MOST_SOBOL) {
      search.problem(
          "sampler",
          "'sobol' takes at most %d hyperparameters, and there are %d; give random"
              .formatted(MOST_SOBOL, space.map(SearchSpace::dimension).orElse(0)));
    }
    boolean strict = search.find("strict", Readers::flag).orElse(false);
    int usual = (int) Math.max(1, Math.round(maxEpochs / USUAL_SPAN));
    SchedulerKind scheduler = scheduler(grid, strict);
    return new MethodConf(
        scheduler,
        search.find("eta", MethodReader::eta).orElse(USUAL_ETA),
        search.find("minEpochs", this::minEpochs).orElse(usual),
        sampler,
        rounds(grid),
        strict,
        costAware(strict),
        new FirstReader(search, problems).read(space, scheduler == SchedulerKind.PANDA),
        search.find("warmStart", MethodReader::directories).orElse(List.of()));
  }

  private SchedulerKind scheduler(boolean grid, boolean strict) {
    SchedulerKind usual = strict ? SchedulerKind.HALVING : SchedulerKind.ASHA;
    SchedulerKind fallback = grid ? SchedulerKind.FULL : usual;
    SchedulerKind scheduler = search.find("scheduler", Readers.oneOf(SCHEDULERS)).orElse(fallback);
    if (grid && scheduler != SchedulerKind.FULL) {
      search.problem(
          "scheduler",
          "'%s' drops points of a grid, which are all to be compared; give full or leave it out"
              .formatted(scheduler.label()));
      return fallback;
    }
    if (strict && scheduler.isAsynchronous()) {
      search.problem(
          "scheduler",
          "'%s' decides by which trials come first, but strict is true; give halving or full"
              .formatted(scheduler.label()));
      return fallback;
    }
    return scheduler;
  }

  private int rounds(boolean grid) {
    int usual = grid ? 1 : USUAL_ROUNDS;
    int rounds = search.find("rounds", Readers.count(MAX_ROUNDS)).orElse(usual);
    if (grid && rounds > 1) {
      search.problem(
          "rounds", "'%d' rounds refine a search; a grid has none: leave it out".formatted(rounds));
      return 1;
    }
    return rounds;
  }

  private boolean costAware(boolean strict) {
    boolean costAware = search.find("costAware", Readers::flag).orElse(!strict);
    if (strict && costAware) {
      search.problem(
          "costAware", "'true' lets times decide, but strict is true; give false or leave it out");
    }
    return costAware && !strict;
  }

  private static double eta(Node node) {
    double eta = Readers.number(node);
    if (eta < MethodConf.LEAST_ETA) {
      throw new IllegalArgumentException(
          "%s is below %s; one of eta trials goes on, and 3 is usual"
              .formatted(node.shown(), MethodConf.LEAST_ETA));
    }
    return eta;
  }

  private int minEpochs(Node node) {
    long epochs = Readers.whole(node);
    if (epochs < 1 || epochs > maxEpochs) {
      throw new IllegalArgumentException(
          "%s is not a whole number from 1 to maxEpochs, which is %d"
              .formatted(node.shown(), maxEpochs));
    }
    return (int) epochs;
  }

  /** A list of directories, or one alone. */
  private static List<String> directories(Node node) {
    return node instanceof Node.Items
        ? Readers.list(MethodReader::directory).read(node)
        : List.of(directory(node));
  }

  private static String directory(Node node) {
    String directory = Readers.text(node);
    if (directory.isBlank()) {
      throw new IllegalArgumentException(
          node.shown() + " is not the directory of a study, such as studies/digits");
    }
    return directory;
  }
}
