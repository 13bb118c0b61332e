package dev.sturgeon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Searches Fashion-MNIST on two cores, with perceptrons or, as {@code fashion cnn}, convolutional
 * networks, and takes the winner's accuracy on the test images. What follows is passed on, such as
 * {@code --set data.path=DIRECTORY}.
 */
public final class FashionBench {

  private FashionBench() {}

  /** Runs the benchmark. */
  public static void main(String[] args) throws Exception {
    List<String> more = new ArrayList<>(List.of(args));
    boolean cnn = more.remove("cnn");
    String name = cnn ? "fashion.cnn" : "fashion";
    Path directory = Command.studyDirectory(name);
    List<String> search = new ArrayList<>();
    Collections.addAll(
        search,
        "caviar",
        cnn ? "conf/fashion-mnist-cnn.yaml" : "conf/fashion-mnist.yaml",
        "--master",
        "local[2]",
        "--dir",
        directory.toString(),
        "--set",
        "confirm.enabled=false",
        "--json");
    search.addAll(more);
    long start = System.nanoTime();
    JsonNode summary = Command.json(search.toArray(String[]::new));
    double seconds = (System.nanoTime() - start) / 1e9;
    Figures.print(name + ".dev", summary.at("/best/value").doubleValue(), cnn ? "0.90" : "0.885");
    Figures.print(name + ".seconds", seconds, cnn ? "3600" : "1200");
    Figures.print(name + ".trials", summary.get("completed").doubleValue(), "-");
    JsonNode scores =
        Command.json("evaluate", "--model", directory.resolve("best").toString(), "--json");
    Figures.print(name + ".test", scores.at("/metrics/accuracy").doubleValue(), "-");
  }
}
