package dev.sturgeon.bench.search;

import dev.sturgeon.space.CategoricalDomain;
import dev.sturgeon.space.Condition;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.IntegerDomain;
import dev.sturgeon.space.PowersOfTwo;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.Scale;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.space.Value;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Made-up learning curves for what the surrogate lacks: a choice with hyperparameters of its own
 * beneath, noise, and early epochs that mislead. The best configurations warm up slowly, and for
 * the first tenth of their budget look worse than the middling ones that learn at once.
 */
final class SyntheticProblem implements Problem {
  private static final int PROBLEMS = 12;
  private static final int EPOCHS = 50;
  private static final double NOISE = 0.003;
  private static final SearchSpace SPACE =
      new SearchSpace(
          List.of(
              Hyperparameter.of(
                  "method",
                  new CategoricalDomain(
                      List.of(Value.of("plain"), Value.of("momentum"), Value.of("warm")))),
              Hyperparameter.of("rate", RealDomain.of(1e-5, 1, Scale.LOG)),
              Hyperparameter.of("width", new PowersOfTwo(16, 1024)),
              Hyperparameter.of("depth", IntegerDomain.of(1, 6, Scale.LINEAR)),
              new Hyperparameter(
                  "memory",
                  RealDomain.of(0.5, 0.999, Scale.REVERSE_LOG),
                  null,
                  new Condition.OneOf("method", List.of(Value.of("momentum")))),
              new Hyperparameter(
                  "warmUp",
                  IntegerDomain.of(1, 15, Scale.LINEAR),
                  null,
                  new Condition.OneOf("method", List.of(Value.of("warm")))),
              new Hyperparameter(
                  "dropout",
                  RealDomain.of(0, 0.8, Scale.LINEAR),
                  null,
                  new Condition.AtLeast("depth", 3))));

  private final int number;
  private final double[] optimum;

  private SyntheticProblem(int number) {
    this.number = number;
    SplittableRandom random = new SplittableRandom(number).split();
    this.optimum = random.doubles(SPACE.dimension(), 0.2, 0.8).toArray();
  }

  /** All of them: each has its optimum elsewhere. */
  static List<Problem> all() {
    return IntStream.range(0, PROBLEMS).<Problem>mapToObj(SyntheticProblem::new).toList();
  }

  @Override
  public String name() {
    return "synthetic" + number;
  }

  @Override
  public SearchSpace space() {
    return SPACE;
  }

  @Override
  public int maxEpochs() {
    return EPOCHS;
  }

  @Override
  public Curve curve(Configuration configuration, long seed) {
    double limit = limit(configuration);
    double pace = pace(configuration);
    double seconds = seconds(configuration);
    return new Curve(
        EPOCHS,
        (from, to) ->
            IntStream.rangeClosed(from, to)
                .mapToObj(epoch -> point(epoch, limit, pace, seconds, seed))
                .toList());
  }

  private static Point point(int epoch, double limit, double pace, double seconds, long seed) {
    double trial = noise(seed, 0);
    double chance = NOISE * (trial + noise(seed, epoch));
    double learned = 0.1 + (limit - 0.1) * -Math.expm1(-epoch / pace);
    return new Point(learned + chance, epoch * seconds);
  }

  /** A standard normal number, always the same for the same trial and epoch. */
  private static double noise(long seed, int epoch) {
    return new SplittableRandom(seed + 31L * epoch).split().nextGaussian();
  }

  /** What a configuration would score after for ever: less, the further from the optimum. */
  private double limit(Configuration configuration) {
    double[] cube = SPACE.unitOf(configuration);
    double distance = 0;
    for (int i = 1; i < cube.length; i++) {
      double off = Double.isNaN(cube[i]) ? 0.1 : cube[i] - optimum[i];
      // The learning rate matters most, and a wide network wants a smaller one.
      distance += i == 1 ? 6 * square(off + 0.3 * (cube[2] - optimum[2])) : square(off);
    }
    double most = configuration.text("method").equals("warm") ? 0.95 : 0.93;
    return 0.1 + (most - 0.1) * Math.exp(-1.5 * distance);
  }

  /** Epochs in which a configuration learns two thirds of what it will. */
  private static double pace(Configuration configuration) {
    double slow = configuration.has("warmUp") ? 6 + 0.5 * configuration.integer("warmUp") : 3;
    return slow * (1 + 0.1 * configuration.integer("depth"));
  }

  private static double seconds(Configuration configuration) {
    return 1 + configuration.integer("width") * configuration.integer("depth") / 1000.0;
  }

  private static double square(double x) {
    return x * x;
  }

  /** Each one with another chance: a target is to be reached by what a study sees. */
  @Override
  public List<Point> last(List<Configuration> configurations, long seed) {
    return IntStream.range(0, configurations.size())
        .mapToObj(
            i -> {
              Curve curve = curve(configurations.get(i), seed + 1000L * i);
              return new Point(curve.score(EPOCHS), curve.seconds(EPOCHS));
            })
        .toList();
  }
}
