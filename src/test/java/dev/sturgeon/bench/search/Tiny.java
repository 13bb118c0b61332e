package dev.sturgeon.bench.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The files of a surrogate that is small enough to know by heart. */
final class Tiny {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Tiny() {}

  static ConfigSpace space() {
    return ConfigSpace.of(file("config_space.json"));
  }

  static Encoding encoding() {
    return Encoding.of(file("encoding.json"));
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode file(String name) {
    try (InputStream content = Objects.requireNonNull(Tiny.class.getResourceAsStream(name))) {
      return JSON.readTree(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
