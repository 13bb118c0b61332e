package dev.sturgeon.bench;

import dev.sturgeon.journal.StudyState;
import dev.sturgeon.space.Value;
import dev.sturgeon.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A topic of the course: the studies in {@code conf/course} that show it, and what they show. */
public enum CourseTopic {
  /** More trials learn well on a log scale. */
  SCALES(
      List.of("scales-log", "scales-linear"),
      of -> learnt(of.get("scales-log")) >= 2 * learnt(of.get("scales-linear"))),

  /** Random search finds a lower loss than a grid with as many trials. */
  RANDOM_AGAINST_GRID(
      List.of("random", "grid"), of -> bestDev(of.get("random")) < bestDev(of.get("grid"))),

  /** The median trial of the last round is better than that of the first. */
  COARSE_TO_FINE(
      List.of("coarse-to-fine"),
      of ->
          accuracy(of.get("coarse-to-fine"), "round 3")
                  > accuracy(of.get("coarse-to-fine"), "round 1")
              && !of.get("coarse-to-fine").searchNotes().isEmpty()),

  /**
   * The whole at once falls steadily but slowly, single rows do not; 32 gets lower than the whole.
   */
  BATCH_SIZES(
      List.of("batch-sizes"),
      of -> {
        Trial whole = with(of.get("batch-sizes"), "batchSize", Value.of("full"));
        Trial some = with(of.get("batch-sizes"), "batchSize", Value.of(32));
        Trial one = with(of.get("batch-sizes"), "batchSize", Value.of(1));
        return rises(whole) == 0
            && rises(one) > 0
            && trainLoss(some) < trainLoss(whole)
            && seconds(some) < seconds(one);
      }),

  /** Each at its best rate, momentum, RMSprop and Adam get lower than plain gradient descent. */
  UPDATERS(
      List.of("updaters"),
      of ->
          Stream.of("momentum", "rmsprop", "adam")
              .allMatch(
                  updater ->
                      bestTrain(of.get("updaters"), updater)
                          < bestTrain(of.get("updaters"), "sgd"))),

  /** The training loss ends lower with decay. */
  DECAY(
      List.of("decay"),
      of ->
          trainLoss(with(of.get("decay"), "decay", Value.of("cosine")))
              < trainLoss(with(of.get("decay"), "decay", Value.of("none")))),

  /** Dropout and L2 each bring train and dev closer together; dropout brings the dev loss down. */
  REGULARISATION(
      List.of("regularisation"),
      of -> {
        Trial plain = regularised(of.get("regularisation"), 0, 0);
        Trial dropout = regularised(of.get("regularisation"), 0.5, 0);
        Trial l2 = regularised(of.get("regularisation"), 0, 0.01);
        return gap(dropout) < gap(plain)
            && gap(l2) < gap(plain)
            && dropout.scores().orElseThrow().loss() < plain.scores().orElseThrow().loss();
      }),

  /** With batch norm the loss is lower at the small learning rate, and varies less over rates. */
  BATCH_NORM(
      List.of("batch-norm"),
      of -> {
        double[] with = losses(of.get("batch-norm"), "true");
        double[] without = losses(of.get("batch-norm"), "false");
        return with[0] < without[0] && with[2] - with[0] < without[2] - without[0];
      }),

  /** Sigmoid layers are noted for vanishing gradients, ReLU layers are not, and learn. */
  INITIALISATION(
      List.of("initialisation"),
      of -> {
        StudyState study = of.get("initialisation");
        Set<Integer> noted =
            study.trialNotes().stream()
                .filter(note -> note.text().startsWith("gradients vanish"))
                .map(note -> note.trial().number())
                .collect(Collectors.toSet());
        return study.history().trials().stream()
            .allMatch(
                trial -> {
                  boolean sigmoid = trial.configuration().text("activation").equals("sigmoid");
                  return noted.contains(trial.id().number()) == sigmoid;
                });
      }),

  /** The stopped trial ends sooner and keeps a better network. */
  EARLY_STOPPING(
      List.of("early-stopping"),
      of -> {
        Trial whole = with(of.get("early-stopping"), "earlyStopping", Value.of(0));
        Trial early = with(of.get("early-stopping"), "earlyStopping", Value.of(8));
        return early.epoch() < whole.epoch()
            && early.scores().orElseThrow().loss() < whole.scores().orElseThrow().loss();
      }),

  /** Hidden layers bring the training and the dev loss down. */
  SOFTMAX(
      List.of("softmax"),
      of -> {
        Trial linear = with(of.get("softmax"), "hiddenLayers", Value.of(0));
        Trial one = with(of.get("softmax"), "hiddenLayers", Value.of(1));
        return trainLoss(one) < trainLoss(linear)
            && one.scores().orElseThrow().loss() < linear.scores().orElseThrow().loss();
      });

  private final List<String> files;
  private final Predicate<Map<String, StudyState>> effect;

  CourseTopic(List<String> files, Predicate<Map<String, StudyState>> effect) {
    this.files = files;
    this.effect = effect;
  }

  /** The names of its files in {@code conf/course}, without the ending. */
  public List<String> files() {
    return files;
  }

  /** Whether the studies, by file name, show the topic's effect. */
  public boolean isSeen(Map<String, StudyState> studies) {
    return effect.test(studies);
  }

  private static long learnt(StudyState study) {
    return study.history().ranked().stream()
        .filter(trial -> trial.scores().orElseThrow().metric() >= 0.9)
        .count();
  }
}
