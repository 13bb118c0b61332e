package dev.sturgeon.store;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;

/**
 * Who drives a study, as its directory says it to others.
 *
 * @param id a name that no other run of a driver has
 * @param host the machine's name
 * @param pid the process there
 * @param user whose process it is
 * @param since when it took the study over, wall-clock time there, for people
 * @param machine what tells this machine's processes from those of any other
 * @param started what tells the process from a later one with the same number
 * @param renewSeconds how often it shows that it lives
 */
public record Driver(
    String id,
    String host,
    long pid,
    String user,
    String since,
    String machine,
    String started,
    double renewSeconds) {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** For a person: {@code the driver on node-1 (process 4711 of ann, since …)}. */
  public String text() {
    return "the driver on %s (process %d of %s, since %s)".formatted(host, pid, user, since);
  }

  byte[] toJson() {
    try {
      return MAPPER.writeValueAsBytes(this);
    } catch (JacksonException e) {
      throw new IllegalStateException("a record of texts and numbers can always be written", e);
    }
  }

  /** Empty where a file does not say it, for example because it is just being written. */
  static Optional<Driver> fromJson(byte[] json) {
    try {
      return Optional.of(MAPPER.readValue(json, Driver.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
