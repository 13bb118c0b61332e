package dev.sturgeon.bench;

import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.Files;
import dev.sturgeon.data.Source;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * A large table made up: two thirds of its columns numbers, of which one in fifty is missing, one
 * third categories of 5 to 50 levels; besides, two ids, two constants and a label of three classes.
 *
 * @param rows how many
 * @param columns all of them, at least 8
 */
record IngestTable(int rows, int columns) {
  private static final int OTHERS = 5;
  private static final int FEWEST_LEVELS = 5;
  private static final int MOST_LEVELS = 50;

  private int categories() {
    return (columns - OTHERS) / 3;
  }

  private int numbers() {
    return columns - OTHERS - categories();
  }

  /** How many levels a category has: from 5 for the first to 50 for the last. */
  private int levels(int category) {
    return FEWEST_LEVELS + category * (MOST_LEVELS - FEWEST_LEVELS) / Math.max(1, categories() - 1);
  }

  /** The file in a directory; made if it is not there. */
  Path in(Path directory) throws IOException {
    Path file = directory.resolve("ingest-" + rows + "x" + columns + ".csv");
    if (!java.nio.file.Files.exists(file)) {
      java.nio.file.Files.createDirectories(directory);
      Path unfinished = directory.resolve(file.getFileName() + ".new");
      try (Writer out = java.nio.file.Files.newBufferedWriter(unfinished)) {
        write(out);
      }
      java.nio.file.Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }

  /** How a study would describe the file. */
  static DataSpec spec(String file) {
    Source.Columns columns =
        new Source.Columns("label", "id", null, null, List.of(), List.of("reference"));
    return DataSpec.of(
        new Source.Table("csv", Files.of(file), columns, Source.Reading.usual(), new TreeMap<>()));
  }

  private void write(Writer out) throws IOException {
    StringBuilder line = new StringBuilder("id,reference,constant0,constant1");
    for (int i = 0; i < numbers(); i++) {
      line.append(",number").append(i);
    }
    for (int i = 0; i < categories(); i++) {
      line.append(",category").append(i);
    }
    out.append(line.append(",label\n"));
    Random random = new Random(1);
    for (int row = 0; row < rows; row++) {
      out.append(row(row, random));
    }
  }

  private StringBuilder row(int row, Random random) {
    StringBuilder line = new StringBuilder();
    line.append(row).append(",R").append(Integer.toHexString(row * 0x9e3779b9)).append(",1,same");
    double signal = 0;
    for (int i = 0; i < numbers(); i++) {
      double value = random.nextGaussian();
      signal += i < 3 ? value : 0;
      line.append(',');
      if (random.nextInt(50) > 0) {
        line.append(Math.round(value * 1000) / 1000.0);
      }
    }
    for (int i = 0; i < categories(); i++) {
      int level = random.nextInt(levels(i));
      signal += i == 0 ? level - 2 : 0;
      line.append(",level").append(level);
    }
    return line.append(signal < -1 ? ",low" : signal < 1 ? ",middle" : ",high").append('\n');
  }
}
