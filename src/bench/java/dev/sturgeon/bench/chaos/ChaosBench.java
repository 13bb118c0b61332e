package dev.sturgeon.bench.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Faults caused on purpose, in real processes, and what became of the studies. */
@Command(name = "chaos", mixinStandardHelpOptions = true)
public final class ChaosBench implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ROW", description = "only these rows; default all")
  private List<String> rows = List.of();

  @Option(names = "--repetitions", description = "times the usual number; default 1, for less 0.1")
  private double repetitions = 1;

  @Option(names = "--dir", description = "where studies and logs go; default below target")
  private Path directory = Path.of("target", "bench", "chaos-" + System.currentTimeMillis());

  private ChaosBench() {}

  /** Runs the benchmark. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new ChaosBench()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Files.createDirectories(directory);
    boolean met = true;
    try (Ground ground = new Ground(directory.toAbsolutePath(), repetitions)) {
      for (Fault fault : chosen()) {
        long start = System.nanoTime();
        for (Finding finding : findings(fault, ground)) {
          finding.print(fault.name());
          met &= finding.met();
        }
        Finding.known("seconds", Math.rint((System.nanoTime() - start) * 1e-9)).print(fault.name());
      }
    }
    return met ? 0 : 1;
  }

  /** A row of which nothing could be found out does not keep the others from it. */
  private static List<Finding> findings(Fault fault, Ground ground) throws InterruptedException {
    try {
      return fault.cause(ground);
    } catch (InterruptedException stopped) {
      throw stopped;
    } catch (Exception | AssertionError failure) {
      failure.printStackTrace();
      return List.of(Finding.exactly("failed", 1, 0));
    }
  }

  private List<Fault> chosen() {
    List<String> known = Faults.all().stream().map(Fault::name).toList();
    if (!known.containsAll(rows)) {
      throw new ParameterException(
          spec.commandLine(), rows + " are not all rows; these are: " + known);
    }
    return Faults.all().stream()
        .filter(fault -> rows.isEmpty() || rows.contains(fault.name()))
        .collect(Collectors.toList());
  }
}
