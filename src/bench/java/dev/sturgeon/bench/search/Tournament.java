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
      List<Callable<Map<Results.Entry, Outcome>>> races = new ArrayList<>();
      for (int i = 0; i < problems.size(); i++) {
        for (int seed = 0; seed < seeds; seed++) {
          Problem problem = problems.get(i);
          Target target = targets.get(i);
          int number = seed;
          races.add(() -> all(new Race(problem, target, number)));
        }
      }
      List<Map<Results.Entry, Outcome>> outcomes = all(pool, races);
      List<Results> results = new ArrayList<>();
      for (int i = 0; i < problems.size(); i++) {
        double scale = problems.get(i).maxEpochs() / targets.get(i).seconds();
        results.add(
            new Results(
                problems.get(i).name(),
                scale * targets.get(i).oracleSeconds(),
                outcomes.subList(i * seeds, (i + 1) * seeds)));
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
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
    List<T> results = new ArrayList<>();
    for (Future<T> result : pool.invokeAll(work)) {
      results.add(result.get());
    }
    return results;
  }
}
