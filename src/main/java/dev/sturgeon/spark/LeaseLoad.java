package dev.sturgeon.spark;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How much the leases have to do. Pure. */
final class LeaseLoad {

  private LeaseLoad() {}

  /**
   * How many leases it would be good to have: as many as there are segments, up to the allowed
   * parallelism; those that are kept idle beside a segment that runs alone do not count.
   */
  static long wanted(Collection<Lease> leases, Isolation isolation, int waiting, int parallelism) {
    long held = leases.stream().filter(lease -> lease.held != null).count();
    long idle =
        leases.stream()
            .filter(lease -> lease.held == null && isolation.keepsIdle(lease.executor))
            .count();
    int alone = isolation.isWaiting() ? 1 : 0;
    return Math.min(held + waiting + alone, parallelism) + Math.max(0, idle - alone);
  }

  /** How many segments each executor holds: those that are known, and those that have a lease. */
  static Map<String, Long> held(Set<String> known, Collection<Lease> leases) {
    Map<String, Long> held = new TreeMap<>();
    known.forEach(executor -> held.put(executor, 0L));
    for (Lease lease : leases) {
      if (lease.executor != null) {
        held.merge(lease.executor, lease.held == null ? 0L : 1L, Long::sum);
      }
    }
    return held;
  }

  /** How many segments this executor holds. */
  static long heldOn(String executor, Collection<Lease> leases) {
    return leases.stream()
        .filter(lease -> lease.held != null && executor.equals(lease.executor))
        .count();
  }

  /** The tokens of the segments that these leases hold. */
  static List<Long> tokens(Collection<Lease> leases) {
    return leases.stream()
        .flatMap(lease -> lease.held == null ? Stream.empty() : Stream.of(lease.held.token()))
        .toList();
  }
}
