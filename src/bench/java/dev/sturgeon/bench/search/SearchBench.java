package dev.sturgeon.bench.search;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How long each search takes to a good configuration, on simulated workers along the learning
 * curves of a YAHPO surrogate, and how that compares with random search.
 */
@Command(name = "search", mixinStandardHelpOptions = true)
public final class SearchBench implements Callable<Integer> {

  @Option(names = "--surrogate", description = "directory of a YAHPO surrogate")
  private Path directory = Path.of("..", "shared", "yahpo", "lcbench");

  @Option(names = "--seeds", description = "studies of each kind; default 30")
  private int seeds = 30;

  @Option(names = "--workers", split = ",", description = "default 1,4,16,64")
  private List<Integer> workers = List.of(1, 4, 16, 64);

  @Option(names = "--contenders", split = ",", description = "searches to compare; default all")
  private List<String> contenders = Contenders.names();

  @Option(names = "--half", description = "of the data sets: dev, test or both, the default")
  private String half = "both";

  @Option(names = "--instances", description = "only so many data sets of each half")
  private int instances = Integer.MAX_VALUE;

  @Option(names = "--synthetic", description = "made-up learning curves instead of a surrogate's")
  private boolean synthetic;

  @Option(names = "--threads", description = "studies at the same time; default as processors")
  private int threads = Runtime.getRuntime().availableProcessors();

  private SearchBench() {}

  /** Runs the benchmark. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new SearchBench()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    if (synthetic) {
      run("search.synthetic", SyntheticProblem.all());
      return 0;
    }
    try (Surrogate surrogate = new Surrogate(directory)) {
      System.out.println(surrogate.layout());
      String name = "search." + directory.toAbsolutePath().normalize().getFileName();
      List<Problem> problems = surrogate.problems();
      if (problems.size() < 2) {
        run(name, problems);
        return 0;
      }
      for (String which : half.equals("both") ? List.of("dev", "test") : List.of(half)) {
        run(name + "." + which, half(problems, which));
      }
    }
    return 0;
  }

  /** Every other data set is for development, the first one among them. */
  private List<Problem> half(List<Problem> problems, String which) {
    int rest = List.of("dev", "test").indexOf(which);
    if (rest < 0) {
      throw new IllegalArgumentException("--half is dev, test or both, not " + which);
    }
    return IntStream.range(0, problems.size())
        .filter(i -> i % 2 == rest)
        .limit(instances)
        .mapToObj(problems::get)
        .toList();
  }

  private void run(String name, List<Problem> problems) throws Exception {
    Map<String, Contenders.Contender> chosen = new LinkedHashMap<>();
    chosen.put(Contenders.RANDOM, Contenders.named(Contenders.RANDOM));
    contenders.forEach(contender -> chosen.put(contender, Contenders.named(contender)));
    long start = System.nanoTime();
    List<Results> results = new Tournament(chosen, workers, seeds, threads).run(problems);
    new Printout(name, results).print(chosen.keySet(), workers);
    System.out.printf("It took %d s.%n", (System.nanoTime() - start) / 1_000_000_000);
  }
}
