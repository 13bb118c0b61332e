package dev.sturgeon.panda;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.FixedDomain;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.Scale;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.space.Value;
import dev.sturgeon.trial.CheckpointRef;
import dev.sturgeon.trial.Checkpoints;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.LayerNorms;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Nudge;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import dev.sturgeon.trial.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A model in training, made epoch by epoch; a segment is one epoch where nothing else is said. */
final class Views {
  static final SearchSpace SPACE =
      new SearchSpace(
          List.of(
              Hyperparameter.of("learningRate", RealDomain.of(1e-4, 1, Scale.LOG)),
              Hyperparameter.of("momentum", new FixedDomain(Value.of(0.9))),
              Hyperparameter.of("units", new FixedDomain(Value.of(64L))),
              Hyperparameter.of("l2", new FixedDomain(Value.of(0.0))),
              Hyperparameter.of("dropout", new RealDomain(0, 0.5, Scale.LINEAR, 0.1))));
  private static final Usage USAGE = new Usage("test", 1, 1);

  private Trial trial;
  private double decay = 1;
  private List<LayerNorms> layers =
      List.of(new LayerNorms("0", 0.3, 0.1), new LayerNorms("1", 0.3, 0.1));

  Views() {
    this(100);
  }

  /** One that may train for so many epochs. */
  Views(int maxEpochs) {
    trial =
        Trial.born(
            new TrialId(0),
            Role.SEARCH,
            null,
            SPACE.complete(Map.of("learningRate", Value.of(0.01), "dropout", Value.of(0.1))),
            1,
            maxEpochs);
  }

  /** From now on the learning rate decays by this factor in every epoch. */
  Views decaying(double factor) {
    decay = factor;
    return this;
  }

  /** From now on no gradient reaches the first layer. */
  Views dead() {
    layers = List.of(new LayerNorms("0", 0, 0.1), new LayerNorms("1", 0.3, 0.1));
    return this;
  }

  /** One more epoch with these losses; accuracies follow from them. */
  Views epoch(double train, double dev) {
    return segment(List.of(point(trial.epoch() + 1, train, dev)));
  }

  /** One more segment of several epochs, with the same losses on both parts. */
  Views segment(double... losses) {
    List<CurvePoint> points = new ArrayList<>();
    for (double loss : losses) {
      points.add(point(trial.epoch() + points.size() + 1, loss, loss));
    }
    return segment(points);
  }

  private CurvePoint point(int epoch, double train, double dev) {
    return new CurvePoint(
        epoch,
        trial.configuration().real("learningRate") * Math.pow(decay, epoch - 1),
        new Scores(train, Math.exp(-train)),
        new Scores(dev, Math.exp(-dev)),
        layers,
        1);
  }

  private Views segment(List<CurvePoint> points) {
    int epoch = points.get(points.size() - 1).epoch();
    CheckpointRef ref = new CheckpointRef("c/" + epoch, "0".repeat(64), epoch);
    trial =
        trial.after(
            new SegmentResult.Advanced(
                epoch, SegmentResult.Ending.OPEN, points, new Checkpoints(ref, ref), USAGE));
    return this;
  }

  /** Epochs with the same losses on both parts. */
  Views epochs(double... losses) {
    for (double loss : losses) {
      epoch(loss, loss);
    }
    return this;
  }

  /** Changes a hyperparameter now. */
  Views nudge(String name, double value) {
    return nudge("test", name, value);
  }

  /** The same, done by this rule. */
  Views nudge(String by, String name, double value) {
    trial =
        trial.nudged(
            Nudge.of(
                trial.epoch(),
                trial.configuration(),
                new TreeMap<>(Map.of(name, Value.of(value))),
                by,
                "told to"));
    return this;
  }

  /** Takes hyperparameters away that do not exist in such a network. */
  Views without(String... names) {
    SortedMap<String, Value> left = new TreeMap<>(trial.configuration().values());
    left.keySet().removeAll(List.of(names));
    trial =
        Trial.born(
            trial.id(),
            trial.role(),
            null,
            new Configuration(left),
            trial.seed(),
            trial.maxEpochs());
    return this;
  }

  /** Goes back to where nothing was trained, as a rule or a person says. */
  Views beginAnew(String by) {
    trial =
        trial
            .branch(new TrialId(trial.id().number() + 1), Role.SEARCH, trial.configurationAt(0), 0)
            .nudged(Nudge.of(0, trial.configuration(), new TreeMap<>(), by, "anew"));
    return this;
  }

  Views diverge() {
    trial =
        trial.after(new SegmentResult.Diverged(trial.epoch() + 1, "loss NaN", List.of(), USAGE));
    return this;
  }

  PandaView view() {
    return view(1);
  }

  PandaView view(int segmentEpochs) {
    return new PandaView(
        trial,
        new Setting(
            SPACE,
            new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE),
            1000,
            Math.log(10),
            segmentEpochs,
            3));
  }
}
