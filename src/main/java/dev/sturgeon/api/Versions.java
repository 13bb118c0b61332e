package dev.sturgeon.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The versions this build of Sturgeon is made of, for provenance. */
public final class Versions {
  private static final Properties BUILT = load();

  /** Sturgeon's own version. */
  public static final String SELF = BUILT.getProperty("sturgeon");

  private Versions() {}

  /** The Spark version it is built for. */
  public static String spark() {
    return BUILT.getProperty("spark");
  }

  /** The Deeplearning4j version it is built with. */
  public static String dl4j() {
    return BUILT.getProperty("dl4j");
  }

  /** All of them by name, Java's included. */
  public static Map<String, String> all() {
    Map<String, String> versions = new TreeMap<>();
    BUILT.stringPropertyNames().forEach(name -> versions.put(name, BUILT.getProperty(name)));
    versions.put("java", Runtime.version().toString());
    return versions;
  }

  private static Properties load() {
    Properties properties = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
      if (in == null) {
        throw new IllegalStateException("versions.properties is missing from the jar");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
