package dev.sturgeon.bench.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The order of the continuous inputs of surrogates whose files do not tell it. */
final class KnownLayouts {
  private static final List<List<String>> CONTINUOUS =
      List.of(
          List.of(
              "epoch",
              "batch_size",
              "learning_rate",
              "momentum",
              "weight_decay",
              "num_layers",
              "max_units",
              "max_dropout"));

  private KnownLayouts() {}

  /** The order of exactly these inputs, where it is known. */
  static Optional<List<String>> continuous(Set<String> names) {
    return CONTINUOUS.stream().filter(order -> Set.copyOf(order).equals(names)).findFirst();
  }
}
