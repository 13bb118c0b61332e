package dev.sturgeon.bench;

import static dev.sturgeon.bench.CourseStudy.devLoss;
import static dev.sturgeon.bench.CourseStudy.gap;
import static dev.sturgeon.bench.CourseStudy.lastDevLoss;
import static dev.sturgeon.bench.CourseStudy.lowestDevLoss;
import static dev.sturgeon.bench.CourseStudy.rises;
import static dev.sturgeon.bench.CourseStudy.trainLoss;

import dev.sturgeon.trial.Trial;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A topic of the course.
 *
 * @param name what it is about
 * @param files the names of its studies in {@code conf/course}, without the ending
 * @param effect whether the studies, in the order of the files, show what they say is to be seen
 */
record CourseTopic(String name, List<String> files, Predicate<List<CourseStudy>> effect) {

  /** All topics. */
  static final List<CourseTopic> ALL =
      List.of(
          // More trials learn well on a log scale.
          topic(
              "scales",
              of -> of.get(0).below(0.25) > of.get(1).below(0.25),
              "scales-log",
              "scales-linear"),
          // Random search finds a lower loss than a grid of as many trials.
          topic("random", of -> of.get(0).bestLoss() < of.get(1).bestLoss(), "random", "grid"),
          // The region's median trial of the last round is better than that of the first.
          one("coarse-to-fine", of -> of.median("round 3, random") > of.median("round 1, random")),
          // The whole at once falls steadily, single rows do not and are slow; 32 gets lower.
          one("batch-sizes", CourseTopic::batchSizes),
          // Each at its best rate, RMSprop and Adam get lower than plain gradient descent.
          one("updaters", CourseTopic::updaters),
          // The dev loss ends lower with decay.
          one(
              "decay",
              of -> devLoss(of.trial("decay", "cosine")) < devLoss(of.trial("decay", "none"))),
          // L2, alone or with dropout, trades variance for bias.
          one("regularisation", CourseTopic::regularisation),
          // Eight sigmoid layers learn with batch norm; without they are noted and do not.
          one("batch-norm", CourseTopic::batchNorm),
          // Weights of 0, too small and too large are noted each; He's are not. His and Xavier's
          // learn better than those.
          one("initialisation", CourseTopic::initialisation),
          // The dev loss rises again; the stopped trial ends sooner and keeps its better network.
          one("early-stopping", CourseTopic::earlyStopping),
          // A hidden layer brings the training and the dev loss down.
          one("softmax", CourseTopic::softmax));

  private static CourseTopic one(String name, Predicate<CourseStudy> effect) {
    return topic(name, of -> effect.test(of.get(0)), name);
  }

  private static CourseTopic topic(
      String name, Predicate<List<CourseStudy>> effect, String... files) {
    return new CourseTopic(name, List.of(files), effect);
  }

  private static boolean batchSizes(CourseStudy study) {
    Trial whole = study.trial("batchSize", "full");
    Trial some = study.trial("batchSize", 32);
    Trial one = study.trial("batchSize", 1);
    return rises(whole) == 0 && rises(one) > 0 && trainLoss(some) < trainLoss(whole);
  }

  private static boolean updaters(CourseStudy study) {
    return Stream.of("rmsprop", "adam")
        .allMatch(
            updater ->
                study.lowestTrainLoss("updater", updater)
                    < study.lowestTrainLoss("updater", "sgd"));
  }

  private static boolean regularisation(CourseStudy study) {
    Trial plain = study.trial("dropout", 0.0, "l2", 0.0);
    return study.trials("l2", 0.01).stream()
        .allMatch(trial -> gap(trial) < gap(plain) && trainLoss(trial) > trainLoss(plain));
  }

  private static boolean batchNorm(CourseStudy study) {
    Trial with = study.trial("batchNorm", "true");
    Trial without = study.trial("batchNorm", "false");
    return trainLoss(with) < trainLoss(without) / 2
        && study.isNoted(without, "vanish")
        && !study.isNoted(with, "");
  }

  private static boolean initialisation(CourseStudy study) {
    Trial zeros = study.trial("weightInit", "zeros");
    Trial small = study.trial("weightInit", "gaussian", "weightStd", 0.01);
    Trial large = study.trial("weightInit", "gaussian", "weightStd", 1.0);
    Trial xavier = study.trial("weightInit", "xavier");
    Trial he = study.trial("weightInit", "he");
    return study.isNoted(zeros, "vanish")
        && study.isNoted(small, "vanish")
        && study.isNoted(large, "explode")
        && !study.isNoted(he, "")
        && Stream.of(zeros, small, large)
            .allMatch(bad -> trainLoss(he) < trainLoss(bad) && trainLoss(xavier) < trainLoss(bad));
  }

  private static boolean earlyStopping(CourseStudy study) {
    Trial whole = study.trial("earlyStopping", 0);
    Trial early = study.trial("earlyStopping", 8);
    return lastDevLoss(whole) > lowestDevLoss(whole)
        && early.epoch() < whole.epoch()
        && devLoss(early) < lastDevLoss(early);
  }

  private static boolean softmax(CourseStudy study) {
    Trial linear = study.trial("hiddenLayers", 0);
    Trial one = study.trial("hiddenLayers", 1);
    return trainLoss(one) < trainLoss(linear) && devLoss(one) < devLoss(linear);
  }
}
