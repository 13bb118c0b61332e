package dev.sturgeon.api;

import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.spark.SparkApplication;
import dev.sturgeon.spark.ingest.StudyData;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a study, and what it gets for it.
 *
 * @param aim what is wanted
 * @param coreSeconds what it may hold of the cluster, idle slots included; infinite for no bound
 * @param ingest where its data come from
 */
record Terms(Aim aim, double coreSeconds, Ingest ingest) {

  /** Reads a study's data. */
  interface Ingest {
    /**
     * Reads them.
     *
     * @param frozen what was fixed when they were first read, as JSON; null for the first time
     */
    StudyData of(SparkApplication spark, StudyConf conf, @Nullable String frozen)
        throws IOException;
  }

  /** As usual: without a bound, and the study's own data. */
  static Terms of(Aim aim) {
    return new Terms(aim, Double.POSITIVE_INFINITY, Terms::usual);
  }

  static StudyData usual(SparkApplication spark, StudyConf conf, @Nullable String frozen) {
    return spark.ingest(conf.data(), conf.objective().task(), conf.seed(), frozen);
  }
}
