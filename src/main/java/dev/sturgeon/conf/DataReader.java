package dev.sturgeon.conf;

import dev.sturgeon.data.DataSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the section {@code data}. */
final class DataReader {
  private static final Map<String, DataSpec.BadRows> BAD_ROWS =
      Names.of(DataSpec.BadRows.values(), Names::lower);
  private static final List<String> OF_FILES =
      List.of(
          "path",
          "label",
          "id",
          "categorical",
          "ignore",
          "header",
          "delimiter",
          "missing",
          "badRows");

  private enum Format {
    DIGITS,
    CSV
  }

  private static final Map<String, Format> FORMATS = Names.of(Format.values(), Names::lower);

  private final Section data;

  DataReader(Section data) {
    this.data = data;
  }

  /** The data's description; empty if there was a problem. */
  Optional<DataSpec> read() {
    Optional<Format> format = data.require("format", "digits or csv", Readers.oneOf(FORMATS));
    Optional<DataSpec> spec =
        format.flatMap(known -> known == Format.CSV ? csv() : Optional.of(builtIn()));
    if (format.isEmpty()) {
      OF_FILES.forEach(data::node);
    }
    Optional<DataSpec> split = split(spec.orElseGet(DataSpec::digits));
    data.done();
    return spec.isEmpty() ? spec : split;
  }

  private DataSpec builtIn() {
    for (String key : OF_FILES) {
      if (data.node(key).isPresent()) {
        data.problem(key, "means nothing here: the digits are built in; leave it out");
      }
    }
    return DataSpec.digits();
  }

  private Optional<DataSpec> csv() {
    Optional<String> path =
        data.require("path", "where the file lies, a path or URI", Readers::text);
    Optional<String> label = data.require("label", "the column to predict", Readers::text);
    String id = data.find("id", Readers::text).orElse(null);
    List<String> ignore = data.find("ignore", texts()).orElse(List.of());
    List<String> categorical = data.find("categorical", texts()).orElse(List.of());
    boolean header = data.find("header", Readers::flag).orElse(true);
    char delimiter = data.find("delimiter", DataReader::character).orElse(',');
    List<String> missing = data.find("missing", texts()).orElse(List.of());
    DataSpec.BadRows badRows =
        data.find("badRows", Readers.oneOf(BAD_ROWS)).orElse(DataSpec.BadRows.REFUSE);
    if (path.isEmpty() || label.isEmpty()) {
      return Optional.empty();
    }
    if (ignore.contains(label.get()) || label.get().equals(id)) {
      data.problem("label", "'" + label.get() + "' cannot be ignored or be the id as well");
    }
    DataSpec usual = DataSpec.digits();
    return Optional.of(
        new DataSpec(
            "csv",
            path.get(),
            label.get(),
            id,
            categorical,
            ignore,
            header,
            delimiter,
            missing,
            badRows,
            usual.dev(),
            usual.test()));
  }

  private Optional<DataSpec> split(DataSpec spec) {
    Section split = data.section("split");
    double dev = split.find("dev", Readers::number).orElse(spec.dev());
    double test = split.find("test", Readers::number).orElse(spec.test());
    split.done();
    try {
      return Optional.of(spec.withSplit(dev, test));
    } catch (IllegalArgumentException e) {
      data.problem("split", Section.message(e));
      return Optional.empty();
    }
  }

  private static Readers.Reader<List<String>> texts() {
    return Readers.list(Readers::text);
  }

  private static char character(Node node) {
    String text = Readers.text(node);
    if (text.length() != 1) {
      throw new IllegalArgumentException(node.shown() + " is not one character");
    }
    return text.charAt(0);
  }
}
