package dev.sturgeon.api;

import dev.sturgeon.data.MemoryPlan;
import java.util.List;

/**
 * The memory a study needs, next to what there is; all in bytes.
 *
 * @param trialsPerExecutor trials that an executor trains at once
 * @param needed by the data and the largest networks
 * @param available what there is
 * @param problems for what a search would be refused, with the remedy
 */
public record PlannedMemory(
    int trialsPerExecutor,
    MemoryPlan needed,
    MemoryPlan.Available available,
    List<String> problems) {
  /** Copies the list. */
  public PlannedMemory {
    problems = List.copyOf(problems);
  }

  static PlannedMemory of(
      int trialsPerExecutor, MemoryPlan needed, MemoryPlan.Available available) {
    return new PlannedMemory(trialsPerExecutor, needed, available, needed.problems(available));
  }
}
