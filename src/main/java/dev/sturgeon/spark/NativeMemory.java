package dev.sturgeon.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.network.util.JavaUtils;

/** How much memory outside the heap JavaCPP, and so ND4J, may take: in bytes. */
final class NativeMemory {
  private static final String LIMIT = "org.bytedeco.javacpp.maxbytes";

  private NativeMemory() {}

  /** By this JVM's options; JavaCPP's own default is the size of the largest heap. */
  static long ofThisJvm() {
    String limit = System.getProperty(LIMIT);
    return limit == null ? Runtime.getRuntime().maxMemory() : JavaUtils.byteStringAsBytes(limit);
  }

  /** By the options the executors are started with. */
  static long ofExecutors(SparkConf conf) {
    String options =
        conf.get("spark.executor.defaultJavaOptions", "")
            + (" " + conf.get("spark.executor.extraJavaOptions", ""));
    long limit = conf.getSizeAsBytes("spark.executor.memory", "1g");
    for (String option : options.split("\\s+", -1)) {
      if (option.startsWith("-D" + LIMIT + "=")) {
        limit = JavaUtils.byteStringAsBytes(option.substring(option.indexOf('=') + 1));
      }
    }
    return limit;
  }
}
