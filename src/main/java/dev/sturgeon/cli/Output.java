package dev.sturgeon.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sturgeon.data.Secrets;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Option;

/** How a command answers: for a person, or as one JSON object. */
final class Output {

  @Option(
      names = "--json",
      description = "Print exactly one JSON object; everything else goes to standard error.")
  private boolean json;

  @Option(names = "--stacktrace", description = "Show where an error came from.")
  boolean stacktrace;

  /**
   * Prints the answer on standard output: the text, or the value as JSON.
   *
   * @throws IOException if it cannot be written, as on a full disk
   */
  void answer(String text, Object value) throws IOException {
    answerAs(text, asJson(value));
  }

  /** The same with the JSON object. */
  void answerAs(String text, String object) throws IOException {
    if (json) {
      System.out.println(object);
    } else {
      text.lines().map(Secrets::inMessage).map(Screen::plain).forEach(System.out::println);
    }
    if (System.out.checkError()) {
      throw new IOException("the answer could not be written to standard output, or not all of it");
    }
  }

  /** Says something on standard error. */
  void warn(List<String> lines) {
    lines.forEach(line -> System.err.println(Screen.plain(line)));
  }

  boolean isJson() {
    return json;
  }

  private static String asJson(Object value) {
    try {
      return new ObjectMapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer that cannot be written as JSON", e);
    }
  }
}
