package dev.sturgeon.bench.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The layouts of surrogates whose files do not tell it, as YAHPO Gym's own configuration has them.
 * A surrogate is known by the names of all its inputs.
 */
final class KnownLayouts {
  /** Share of right answers, seconds to train. */
  private static final Outputs RBV2 = new Outputs(0, 5, 1);

  /** Share of wrong answers, seconds to train. */
  private static final Outputs IAML = new Outputs(0, 7, -1);

  private static final List<Known> ALL =
      List.of(
          known(
              "epoch batch_size learning_rate momentum weight_decay num_layers max_units"
                  + " max_dropout",
              "OpenML_task_id",
              new Outputs(1, 0, 0.01)),
          known(
              "epoch replication batch_size dropout_1 dropout_2 init_lr n_units_1 n_units_2",
              "task activation_fn_1 activation_fn_2 lr_schedule",
              new Outputs(0, 2, -1)),
          known(
              "cost gamma tolerance degree trainsize",
              "task_id kernel num.impute.selected.cpo repl",
              RBV2),
          known(
              "num.trees sample.fraction mtry.power min.node.size num.random.splits trainsize",
              "task_id respect.unordered.factors splitrule num.impute.selected.cpo repl",
              RBV2),
          known(
              "cp maxdepth minbucket minsplit trainsize",
              "task_id num.impute.selected.cpo repl",
              RBV2),
          known("alpha s trainsize", "task_id num.impute.selected.cpo repl", RBV2),
          known(
              "nrounds eta gamma lambda alpha subsample max_depth min_child_weight"
                  + " colsample_bytree colsample_bylevel rate_drop skip_drop trainsize",
              "task_id booster num.impute.selected.cpo repl",
              RBV2),
          known(
              "k M ef ef_construction trainsize",
              "task_id distance num.impute.selected.cpo repl",
              RBV2),
          known(
              "num.trees sample.fraction mtry.ratio min.node.size num.random.splits trainsize",
              "task_id replace respect.unordered.factors splitrule",
              IAML),
          known("cp maxdepth minbucket minsplit trainsize", "task_id", IAML),
          known("alpha s trainsize", "task_id", IAML),
          known(
              "nrounds eta gamma lambda alpha subsample max_depth min_child_weight"
                  + " colsample_bytree colsample_bylevel rate_drop skip_drop trainsize",
              "task_id booster",
              IAML));

  private KnownLayouts() {}

  /**
   * What the outputs are.
   *
   * @param score which one is the score, from 0
   * @param time which one is the time, from 0
   * @param scale what the score is multiplied by; negative where less is better
   */
  record Outputs(int score, int time, double scale) {}

  /**
   * A surrogate that is known.
   *
   * @param continuous the continuous inputs, in order
   * @param categorical the categorical inputs, in order
   * @param outputs what comes out
   */
  record Known(List<String> continuous, List<String> categorical, Outputs outputs) {}

  /** The surrogate of exactly these inputs. */
  static Optional<Known> of(List<String> continuous, List<String> categorical) {
    return ALL.stream()
        .filter(known -> Set.copyOf(known.continuous()).equals(Set.copyOf(continuous)))
        .filter(known -> Set.copyOf(known.categorical()).equals(Set.copyOf(categorical)))
        .findFirst();
  }

  private static Known known(String continuous, String categorical, Outputs outputs) {
    return new Known(
        List.of(continuous.split(" ", -1)), List.of(categorical.split(" ", -1)), outputs);
  }
}
