package dev.sturgeon.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

final class SparkDefaultsTest {

  @Test
  void addsThePluginBesideTheUsersOwnOnce() {
    SparkConf conf = new SparkConf(false).set("spark.plugins", "com.example.Theirs");

    SparkDefaults.apply(SparkDefaults.apply(conf));

    assertThat(conf.get("spark.plugins"))
        .isEqualTo("com.example.Theirs," + SturgeonPlugin.class.getName());
  }

  @Test
  void overridesNothing() {
    SparkConf conf =
        new SparkConf(false)
            .setMaster("local[2]")
            .set("spark.ui.enabled", "true")
            .set("spark.task.reaper.enabled", "false")
            .set("spark.executor.defaultJavaOptions", "-Dmine=1")
            .set("spark.executorEnv.OMP_NUM_THREADS", "4");

    SparkDefaults.apply(conf);

    assertThat(conf.get("spark.ui.enabled")).isEqualTo("true");
    assertThat(conf.get("spark.task.reaper.enabled")).isEqualTo("false");
    assertThat(conf.get("spark.executor.defaultJavaOptions")).isEqualTo("-Dmine=1");
    assertThat(conf.get("spark.executorEnv.OMP_NUM_THREADS")).isEqualTo("4");
  }

  @Test
  void nativeMemoryFitsIntoTheContainer() {
    SparkConf small = SparkDefaults.apply(new SparkConf(false));
    SparkConf large = SparkDefaults.apply(new SparkConf(false).set("spark.executor.memory", "8g"));
    SparkConf chosen =
        SparkDefaults.apply(new SparkConf(false).set("spark.executor.memoryOverhead", "2g"));

    assertThat(small.get("spark.executor.memoryOverhead")).isEqualTo("1024m");
    assertThat(small.get("spark.executor.defaultJavaOptions")).contains("maxbytes=768m");
    assertThat(large.get("spark.executor.memoryOverhead")).isEqualTo("4096m");
    assertThat(large.get("spark.executor.defaultJavaOptions")).contains("maxbytes=3072m");
    assertThat(chosen.get("spark.executor.memoryOverhead")).isEqualTo("2g");
    assertThat(chosen.get("spark.executor.defaultJavaOptions")).contains("maxbytes=1536m");
  }

  @Test
  void hasNoWebPageWhereNobodyLooks() {
    SparkConf local = SparkDefaults.apply(new SparkConf(false).setMaster("local[*]"));
    SparkConf cluster = SparkDefaults.apply(new SparkConf(false).setMaster("spark://host:7077"));

    assertThat(local.get("spark.ui.enabled")).isEqualTo("false");
    assertThat(cluster.contains("spark.ui.enabled")).isFalse();
  }
}
