package dev.sturgeon.conf;

import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.Source;
import java.util.Optional;

/** Reads the section {@code data}. */
final class DataReader {
  private final Section data;

  DataReader(Section data) {
    this.data = data;
  }

  /** The data's description; empty if there was a problem. */
  Optional<DataSpec> read() {
    Optional<String> format =
        data.require(
            "format",
            "digits, csv, libsvm, parquet, another format of Spark SQL, idx or images",
            SourceReader::format);
    Optional<Source> source = format.flatMap(known -> new SourceReader(data, known).read());
    format.ifPresent(this::refuseOtherKeys);
    if (format.isEmpty()) {
      SourceReader.KEYS.forEach(data::node);
    }
    Optional<DataSpec> spec =
        split(source.map(DataSpec::of).orElseGet(DataSpec::digits), source.isPresent());
    data.done();
    return source.isEmpty() ? Optional.empty() : spec;
  }

  private void refuseOtherKeys(String format) {
    for (String key : SourceReader.KEYS) {
      if (!SourceReader.keys(format).contains(key) && data.node(key).isPresent()) {
        data.problem(key, "means nothing for the format " + format + "; leave it out");
      }
    }
  }

  private Optional<DataSpec> split(DataSpec usual, boolean known) {
    double sample = data.find("sample", Readers::number).orElse(1.0);
    Section split = data.section("split");
    if (known) {
      refuseShareOfOwnPart(split, "dev", "devPath");
      refuseShareOfOwnPart(split, "test", "testPath");
    }
    double dev = split.find("dev", Readers::number).orElse(usual.dev());
    double test = split.find("test", Readers::number).orElse(usual.test());
    Long seed = split.find("seed", Readers::whole).orElse(null);
    split.done();
    try {
      return Optional.of(new DataSpec(usual.source(), sample, dev, test, seed));
    } catch (IllegalArgumentException e) {
      String message = Section.message(e);
      data.problem(message.startsWith("sample") ? "sample" : "split", message);
      return Optional.empty();
    }
  }

  private void refuseShareOfOwnPart(Section split, String part, String path) {
    if (data.node(path).isPresent() && split.node(part).isPresent()) {
      split.problem(part, "has no meaning, since data." + path + " gives that part; leave it out");
    }
  }
}
