package dev.sturgeon.bench.chaos;

import dev.sturgeon.api.StudyRequest;
import dev.sturgeon.api.Sturgeon;
import dev.sturgeon.conf.ConfigurationException;
import dev.sturgeon.conf.StudyReader;
import dev.sturgeon.data.DataException;
import dev.sturgeon.data.DataSpec;
import dev.sturgeon.spark.SparkApplication;
import dev.sturgeon.train.MlpCatalogue;
import dev.sturgeon.trial.Task;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * What becomes of damaged files: each is to be accepted, or refused with a short message that names
 * it.
 *
 * @param accepted how many were taken as they are
 * @param refused how many were refused as they should be
 * @param wrong what else happened, with the file's number
 */
public record Mutations(int accepted, int refused, List<String> wrong) {
  private static final int SECONDS = 60;
  private static final int LONGEST_LINE = 1000;
  private static final int MOST_LINES = 60;
  private static final int TRACE = 25;
  private static final String REFUSED = "refused";

  /** Copies the list. */
  public Mutations {
    wrong = List.copyOf(wrong);
  }

  /** Takes a file, or throws. */
  private interface Reader {
    Object read(Path file) throws Exception;
  }

  /** Configurations, read as {@code validate} reads them. */
  public static Mutations ofConfigurations(Path directory, int count, long seed)
      throws IOException, InterruptedException {
    List<Path> good = new ArrayList<>();
    for (String name : List.of("csv-example", "regression-example", "digits", "fashion-mnist")) {
      good.add(Path.of("conf", name + ".yaml"));
    }
    return run(
        directory, good, count, seed, file -> Sturgeon.validate(StudyRequest.of(file.toString())));
  }

  /** Tables, ingested as a study ingests them. */
  public static Mutations ofData(SparkApplication spark, Path directory, int count, long seed)
      throws IOException, InterruptedException {
    Path table = directory.resolve("table.csv");
    Path sparse = directory.resolve("sparse.libsvm");
    Path json = directory.resolve("lines.json");
    List<String> rows = new ArrayList<>(List.of("width,height,colour,kind"));
    List<String> pairs = new ArrayList<>();
    List<String> objects = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String colour = List.of("red", "green", "blue").get(i % 3);
      rows.add("%d.%d,%d,%s,%s".formatted(i % 7, i, i * i % 11, colour, i % 2 == 0 ? "a" : "b"));
      pairs.add("%d 1:%d.5 2:%d 3:%d".formatted(i % 2, i % 7, i * i % 11, i % 3));
      objects.add(
          "{\"width\":%d.5,\"colour\":\"%s\",\"kind\":\"%s\"}".formatted(i % 7, colour, i % 2));
    }
    Files.write(table, rows);
    Files.write(sparse, pairs);
    Files.write(json, objects);
    return run(
        directory,
        List.of(table, table, sparse, json),
        count,
        seed,
        file -> spark.ingest(spec(file), Task.CLASSIFICATION, 1, null));
  }

  private static DataSpec spec(Path file) throws IOException, ConfigurationException {
    String name = file.getFileName().toString();
    String format = name.endsWith(".csv") ? "csv" : name.endsWith(".libsvm") ? "libsvm" : "json";
    String label = format.equals("libsvm") ? "" : ", label: kind";
    String header = format.equals("csv") ? ", header: true" : "";
    return new StudyReader(network -> MlpCatalogue.catalogue())
        .read(
            "mutated.yaml",
            "data: {format: %s, path: '%s'%s%s}".formatted(format, file, label, header),
            List.of())
        .data();
  }

  private static Mutations run(Path directory, List<Path> good, int count, long seed, Reader reader)
      throws IOException, InterruptedException {
    Mutator mutator = new Mutator(seed);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    int accepted = 0;
    int refused = 0;
    List<String> wrong = new ArrayList<>();
    try {
      for (int i = 0; i < count && wrong.size() < 20; i++) {
        Path origin = good.get(i % good.size());
        Path file = directory.resolve("m" + i + "-" + origin.getFileName());
        Files.write(file, mutator.mutate(Files.readAllBytes(origin)));
        String complaint = complaint(thread, () -> reader.read(file), file);
        if (complaint.isEmpty()) {
          accepted++;
        } else if (complaint.equals(REFUSED)) {
          refused++;
        } else {
          wrong.add(file + ": " + complaint);
        }
      }
    } finally {
      thread.shutdownNow();
    }
    return new Mutations(accepted, refused, wrong);
  }

  /** Empty where the file is accepted, {@link #REFUSED} where it is refused as it should be. */
  private static String complaint(ExecutorService thread, Callable<Object> read, Path file)
      throws InterruptedException {
    try {
      thread.submit(read).get(SECONDS, TimeUnit.SECONDS);
      return "";
    } catch (TimeoutException e) {
      return "no answer within " + SECONDS + " s";
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof ConfigurationException
          || cause instanceof DataException
          || cause instanceof NoSuchFileException) {
        return judge(String.valueOf(cause.getMessage()), file);
      }
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      return trace.toString().lines().limit(TRACE).collect(Collectors.joining("\n"));
    }
  }

  private static String judge(String message, Path file) {
    List<String> lines = message.lines().toList();
    String name = file.getFileName().toString();
    if (lines.isEmpty() || lines.size() > MOST_LINES) {
      return "refused in " + lines.size() + " lines: " + message;
    }
    for (String line : lines) {
      if (line.length() > LONGEST_LINE || line.startsWith("\tat ")) {
        return "refused in a line that is no message: " + line.substring(0, 200);
      }
    }
    return message.contains(name) ? REFUSED : "refused without the file's name: " + message;
  }

  @Override
  public String toString() {
    return "%d accepted, %d refused, %d wrong:\n%s"
        .formatted(accepted, refused, wrong.size(), String.join("\n\n", wrong));
  }
}
