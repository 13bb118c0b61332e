package dev.sturgeon.spark.score;

import dev.sturgeon.spark.ingest.HadoopFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * One CSV file written by many tasks: they write parts into a directory beside it, which are then
 * joined in order and renamed into place.
 */
record SingleCsv(SparkSession spark, String output, char delimiter) {

  void write(Dataset<Row> rows, List<String> header) throws IOException {
    Path target = new Path(output);
    FileSystem files = HadoopFiles.of(spark, target);
    target = files.makeQualified(target);
    if (files.exists(target) && files.getFileStatus(target).isDirectory()) {
      throw new IOException("it is a directory");
    }
    Path work = new Path(target.getParent(), "." + target.getName() + "-" + UUID.randomUUID());
    try {
      Path parts = new Path(work, "parts");
      rows.write()
          .option("delimiter", String.valueOf(delimiter))
          .option("escape", "\"")
          .option("emptyValue", "")
          .option("ignoreLeadingWhiteSpace", false)
          .option("ignoreTrailingWhiteSpace", false)
          .csv(parts.toString());
      Path joined = new Path(work, "joined.csv");
      join(files, parts, joined, header);
      files.delete(target, false);
      if (!files.rename(joined, target)) {
        throw new IOException("renaming " + joined + " failed");
      }
    } finally {
      files.delete(work, true);
    }
  }

  private void join(FileSystem files, Path parts, Path joined, List<String> header)
      throws IOException {
    FileStatus[] found = files.listStatus(parts, path -> path.getName().startsWith("part-"));
    Arrays.sort(found, Comparator.comparing(part -> part.getPath().getName()));
    try (OutputStream out = files.create(joined, false)) {
      out.write((headerLine(header) + "\n").getBytes(StandardCharsets.UTF_8));
      for (FileStatus part : found) {
        try (InputStream in = files.open(part.getPath())) {
          in.transferTo(out);
        }
      }
    }
  }

  private String headerLine(List<String> header) {
    return header.stream().map(this::quoted).collect(Collectors.joining(String.valueOf(delimiter)));
  }

  private String quoted(String text) {
    boolean plain =
        text.indexOf(delimiter) < 0 && text.indexOf('"') < 0 && text.equals(text.strip());
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
