package dev.sturgeon.trial;

/** How seeds are derived from one another: the one place. */
public final class Seeds {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private Seeds() {}

  /**
   * The seed of a trial: unrelated for neighbouring study seeds and for neighbouring numbers, and
   * different for any two trials of a study.
   */
  public static long ofTrial(long studySeed, TrialId trial) {
    return mix(mix(studySeed) + GOLDEN_GAMMA * (trial.number() + 1L));
  }

  /**
   * The seed of a study that follows another one: unrelated to that one's, and to its siblings'.
   */
  public static long ofFollower(long studySeed, String name) {
    return mix(mix(studySeed) ^ mix(name.hashCode()));
  }

  /**
   * A bijection in which each bit of the input changes each bit of the output half of the time
   * (Stafford's variant 13 of MurmurHash3's finaliser, as in SplitMix64: Steele, Lea and Flood,
   * "Fast splittable pseudorandom number generators", 2014).
   */
  private static long mix(long z) {
    long x = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
    return x ^ (x >>> 31);
  }
}
