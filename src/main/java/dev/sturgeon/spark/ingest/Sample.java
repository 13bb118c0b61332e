package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.RowHash;
import java.io.Serializable;

/**
 * A seeded share of a table's rows: the same rows every time, whatever their order.
 *
 * <p>Each row is chosen by its own hash, so the share is met by chance, not exactly, and a rare
 * class may have no row in it.
 *
 * @param seed what the choice depends on besides the rows
 * @param share above 0, at most 1
 */
record Sample(long seed, double share) implements Serializable {
  /** Keeps the choice apart from the split, which comes from the same seed. */
  private static final long SALT = 0x73616d706c65L;

  /** Every row. */
  static Sample all() {
    return new Sample(0, 1);
  }

  /** Whether a row with this content hash is chosen. */
  boolean takes(long content) {
    return share == 1 || (RowHash.mix(content ^ RowHash.mix(seed ^ SALT)) >>> 11) * 0x1p-53 < share;
  }
}
