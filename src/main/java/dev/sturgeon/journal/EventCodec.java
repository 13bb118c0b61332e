package dev.sturgeon.journal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * One event as one line of JSON and back: {@code {"at":…,"t":…,"event":"trialStarted",…}}.
 *
 * <p>Fields that are not known are ignored, since a later version may have added them; one that is
 * missing is an error, since nothing may be guessed beyond {@link Upgrade}. Numbers that are not
 * finite are written as texts: {@code "NaN"}, {@code "Infinity"}.
 */
final class EventCodec {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new DomainModule())
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .build();
  private static final ObjectWriter EVENTS = MAPPER.writerFor(Event.class);

  private EventCodec() {}

  /** The line, line feed included. */
  static byte[] encode(Stamped entry) {
    try {
      // Written straight into the line: a tree in between costs more than all else.
      String event = EVENTS.writeValueAsString(entry.event());
      String head = "{\"at\":\"" + entry.at() + "\",\"t\":" + entry.t() + ",";
      return (head + event.substring(1) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JacksonException e) {
      throw new IllegalStateException("an event of plain values can always be written", e);
    }
  }

  /**
   * The event on a line.
   *
   * @throws JacksonException if it is not JSON, or not an event of this format
   * @throws IllegalArgumentException if it is an event with an impossible value
   */
  static Stamped decode(byte[] line) throws JacksonException {
    JsonNode node = MAPPER.readTree(new String(line, StandardCharsets.UTF_8));
    Instant at = Instant.parse(node.required("at").asText());
    double t = node.required("t").asDouble(Double.NaN);
    Upgrade.complete(node);
    return new Stamped(at, t, MAPPER.treeToValue(node, Event.class));
  }

  /** A command as the content of its file. */
  static byte[] encode(Command command) {
    try {
      String line = MAPPER.writerFor(Command.class).writeValueAsString(command);
      return (line + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JacksonException e) {
      throw new IllegalStateException("a command of plain values can always be written", e);
    }
  }

  /**
   * The command in a file.
   *
   * @throws JacksonException if it is none, or has a field that this version does not know: a
   *     command is not obeyed by half
   */
  static Command decodeCommand(byte[] content) throws JacksonException {
    Command command =
        MAPPER
            .readerFor(Command.class)
            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .readValue(new String(content, StandardCharsets.UTF_8));
    if (command == null) {
      throw MismatchedInputException.from(null, Command.class, "null is not a command");
    }
    return command;
  }

  /** Whether the bytes are JSON at all, be it of an event or not. */
  static boolean isJson(byte[] line) {
    try {
      return MAPPER.readTree(new String(line, StandardCharsets.UTF_8)).isObject();
    } catch (JacksonException e) {
      return false;
    }
  }
}
