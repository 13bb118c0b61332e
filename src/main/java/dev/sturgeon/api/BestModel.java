package dev.sturgeon.api;

import dev.sturgeon.data.DataException;
import dev.sturgeon.dl4j.Dl4jPredictorFactory;
import dev.sturgeon.journal.Confirmed;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.report.ConfigurationJson;
import dev.sturgeon.spark.SparkApplication;
import dev.sturgeon.spark.StudyStorage;
import dev.sturgeon.spark.ingest.StudyData;
import dev.sturgeon.spark.score.Network;
import dev.sturgeon.stats.Sample;
import dev.sturgeon.store.Sha256;
import dev.sturgeon.store.Storage;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import dev.sturgeon.trial.Verdict;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The directory of a finished network: {@code network.zip, model.json, preprocessing/}. */
final class BestModel {
  private static final String NAME = "best";
  private static final String UNFINISHED = "best.new";
  private static final String NETWORK = "network.zip";
  private static final String CARD = "model.json";
  private static final String PREPROCESSING = "preprocessing";

  private BestModel() {}

  /**
   * Writes a trial's network into the study directory: all of it, or nothing.
   *
   * @param network as {@link KeptNetwork#model} gives it
   */
  static void write(
      SparkApplication spark,
      Storage storage,
      String directory,
      byte[] network,
      StudyState state,
      Trial trial,
      StudyData data)
      throws IOException {
    storage.delete(UNFINISHED);
    storage.write(UNFINISHED + "/" + NETWORK, network);
    storage.write(UNFINISHED + "/" + CARD, card(state, trial, network).toJson());
    spark.savePreprocessing(
        data, StudyStorage.uri(directory) + "/" + UNFINISHED + "/" + PREPROCESSING);
    storage.delete(NAME);
    storage.move(UNFINISHED, NAME);
  }

  private static ModelCard card(StudyState state, Trial trial, byte[] network) {
    Event.StudyStarted study = state.started().orElseThrow();
    Scores scores = trial.scores().orElseThrow();
    return new ModelCard(
        ModelCard.FORMAT,
        study.name(),
        trial.id().isRepeat() ? winner(state).number() : trial.id().number(),
        study.objective().metric().label(),
        scores.metric(),
        scores.loss(),
        confirmed(state, trial),
        state
            .test()
            .filter(test -> test.trial().equals(trial.id()))
            .map(test -> test.scores().metric())
            .orElse(null),
        ConfigurationJson.of(trial.savedConfiguration()),
        trial.savedNudges().stream()
            .map(nudge -> "after epoch " + nudge.epoch() + ": " + nudge.text())
            .toList(),
        Sha256.hex(network),
        study.data().hash(),
        Versions.all(),
        Instant.now().toString());
  }

  private static @Nullable Double confirmed(StudyState state, Trial trial) {
    return trial.id().isRepeat()
        ? Verdict.of(state.confirmation().orElseThrow().started().plan(), state.history())
            .judgedWinner()
            .flatMap(winner -> Optional.ofNullable(winner.confirmed()))
            .map(Sample::mean)
            .orElse(null)
        : null;
  }

  private static TrialId winner(StudyState state) {
    return state.confirmation().flatMap(Confirmed::winner).orElseThrow();
  }

  /**
   * Opens the network in a directory.
   *
   * @throws DataException if the directory holds none, or a damaged one
   */
  static Network network(String directory) throws IOException {
    Storage storage = StudyStorage.open(directory);
    try {
      ModelCard card = ModelCard.fromJson(directory + "/" + CARD, storage.read(CARD));
      byte[] network = storage.read(NETWORK);
      if (!Sha256.hex(network).equals(card.networkSha256())) {
        throw new DataException(
            directory + "/" + NETWORK + " is damaged: it does not hash to what " + CARD + " says");
      }
      return new Network(network, new Dl4jPredictorFactory());
    } catch (NoSuchFileException e) {
      throw new DataException(missing(directory, String.valueOf(e.getFile())), e);
    }
  }

  private static String missing(String directory, String file) throws IOException {
    Location location = Location.of(directory);
    boolean unfinished =
        location.name().equals(NAME)
            && !StudyStorage.open(location.parent()).list("journal").isEmpty();
    return unfinished
        ? "%s has no best network yet: the study was stopped before its end, or found none; the same"
                .formatted(location.parent())
            + " caviar command goes on"
        : "%s holds no network of Sturgeon's (%s is missing); give a study's best directory"
            .formatted(directory, file);
  }

  /** Where the directory's preprocessing lies. */
  static String preprocessing(String directory) {
    return StudyStorage.uri(directory) + "/" + PREPROCESSING;
  }
}
