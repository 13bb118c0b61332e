package dev.sturgeon.bench.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Runs every contender on every data set, with every number of workers and every seed.
 *
 * @param contenders the searches, by name
 * @param workers numbers of workers
 * @param seeds how many studies of each kind
 * @param threads how many studies run at the same time; the outcomes do not depend on it
 */
record Tournament(
    Map<String, Contenders.Contender> contenders, List<Integer> workers, int seeds, int threads) {

  /** The outcomes of all studies, data set by data set. */
  List<Results> run(List<Problem> problems) throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Target> targets =
          all(
              pool,
              problems.stream()
                  .<Callable<Target>>map(problem -> () -> Target.of(problem))
                  .toList());
      List<List<Future<Map<Results.Entry, Outcome>>>> races = new ArrayList<>();
      for (int i = 0; i < problems.size(); i++) {
        races.add(submit(pool, problems.get(i), targets.get(i)));
      }
      List<Results> results = new ArrayList<>();
      for (int i = 0; i < problems.size(); i++) {
        String name = problems.get(i).name();
        double scale = problems.get(i).maxEpochs() / targets.get(i).seconds();
        double oracle = scale * targets.get(i).oracleSeconds();
        results.add(new Results(name, oracle, all(races.get(i))));
        System.err.printf("%s done, %d of %d%n", name, i + 1, problems.size());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private List<Future<Map<Results.Entry, Outcome>>> submit(
      ExecutorService pool, Problem problem, Target target) {
    return IntStream.range(0, seeds)
        .mapToObj(seed -> pool.submit(() -> all(new Race(problem, target, seed))))
        .toList();
  }

  private Map<Results.Entry, Outcome> all(Race race) throws IOException, InterruptedException {
    Map<Results.Entry, Outcome> outcomes = new HashMap<>();
    for (int many : workers) {
      for (Map.Entry<String, Contenders.Contender> contender : contenders.entrySet()) {
        outcomes.put(
            new Results.Entry(contender.getKey(), many), race.run(contender.getValue(), many));
      }
    }
    return outcomes;
  }

  private static <T> List<T> all(ExecutorService pool, List<Callable<T>> work)
      throws InterruptedException, ExecutionException {
    return all(pool.invokeAll(work));
  }

  private static <T> List<T> all(List<Future<T>> futures)
      throws InterruptedException, ExecutionException {
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      results.add(future.get());
    }
    return results;
  }
}
