package dev.sturgeon.spark;

import dev.sturgeon.spark.LeaseBoard.Launcher;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The leases there are, and how those come to be that are missing. Belongs to the board. */
final class Leases {
  private final Launcher launcher;
  private final LeaseRoom room;
  private final int parallelism;
  private final Isolation isolation;
  private final Stuck stuck;
  private final Map<Long, Lease> leases = new LinkedHashMap<>();
  private long launched;

  /**
   * None yet.
   *
   * @param parallelism most at a time
   * @param isolation which executors are for one segment alone
   * @param stuck slots that are taken by what was given up
   */
  Leases(Launcher launcher, LeaseRoom room, int parallelism, Isolation isolation, Stuck stuck) {
    this.launcher = launcher;
    this.room = room;
    this.parallelism = parallelism;
    this.isolation = isolation;
    this.stuck = stuck;
  }

  /** The lease of this number; null where it has ended. */
  @Nullable Lease get(long id) {
    return leases.get(id);
  }

  /** Ends a lease; null where it had ended. */
  @Nullable Lease remove(long id) {
    return leases.remove(id);
  }

  /** All of them; a live view. */
  Collection<Lease> all() {
    return Collections.unmodifiableCollection(leases.values());
  }

  /** Those of which this holds, by number; a copy. */
  Map<Long, Lease> where(Predicate<Lease> condition) {
    Map<Long, Lease> found = new LinkedHashMap<>(leases);
    found.values().removeIf(condition.negate());
    return found;
  }

  /** Asks for those that are missing to carry out what waits, as far as there is room. */
  void launchMissing(int waiting) {
    chooseForAlone();
    long wanted = LeaseLoad.wanted(leases.values(), isolation, waiting, parallelism);
    if (leases.size() < wanted) {
      wanted = Math.min(wanted, Math.max(1, room.toFill() - stuck.size()));
    }
    while (leases.size() < wanted) {
      launch();
    }
  }

  private void launch() {
    long id = launched++;
    Optional<String> executor =
        isolation.executor().filter(place -> isolation.isWaiting() && !places().contains(place));
    if (executor.isEmpty()) {
      executor = Spread.next(room.besides(isolation.executor()), places());
    }
    leases.put(id, new Lease(executor.orElse("")));
    launcher.launch(id, executor);
  }

  /** Settles which executor a segment that waits to run alone will have. */
  void chooseForAlone() {
    if (isolation.isWaiting()) {
      isolation.choose(LeaseLoad.held(room.byExecutor().keySet(), leases.values()));
    }
  }

  private List<String> places() {
    return leases.values().stream().map(Lease::place).toList();
  }
}
