package dev.sturgeon.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sturgeon.dl4j.GradientCheck;
import dev.sturgeon.train.GradientQuestion;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The program of the JVM that checks gradients: reads a list of {@link GradientQuestion} from
 * standard input, in Java's serial form, and writes a list of {@link GradientAnswer} to standard
 * output, one line of JSON.
 *
 * <p>A JVM of its own, since checking needs double precision, which ND4J has for all or none.
 */
public final class GradientCheckMain {

  private static final ObjectInputFilter QUESTIONS =
      ObjectInputFilter.Config.createFilter(
          "maxdepth=100;dev.sturgeon.**;java.lang.*;java.util.*;!*");

  private GradientCheckMain() {}

  /** Reads, checks, answers. */
  public static void main(String[] arguments) throws IOException, ClassNotFoundException {
    PrintStream answer = System.out;
    // A user's network may print.
    System.setOut(System.err);
    List<GradientAnswer> answers = new ArrayList<>();
    try (ObjectInputStream in = new ObjectInputStream(System.in)) {
      in.setObjectInputFilter(QUESTIONS);
      for (Object question : (Object[]) in.readObject()) {
        answers.add(answer((GradientQuestion) question));
      }
    }
    answer.write(
        (new ObjectMapper().writeValueAsString(answers) + "\n").getBytes(StandardCharsets.UTF_8));
    answer.flush();
    // A user's network may have started threads.
    System.exit(0);
  }

  private static GradientAnswer answer(GradientQuestion question) {
    try {
      return new GradientAnswer(GradientCheck.of(question), null);
    } catch (RuntimeException e) {
      e.printStackTrace();
      String message = e.getMessage() == null ? e.getClass().getName() : e.getMessage();
      return new GradientAnswer(null, message);
    }
  }
}
