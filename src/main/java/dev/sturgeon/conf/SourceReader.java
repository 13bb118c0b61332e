package dev.sturgeon.conf;

import dev.sturgeon.data.Files;
import dev.sturgeon.data.Shape;
import dev.sturgeon.data.Source;
import dev.sturgeon.space.Spelling;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads where a study's data come from, by their format. */
final class SourceReader {
  private static final Map<String, Source.BadRows> BAD_ROWS =
      Names.of(Source.BadRows.values(), Names::lower);
  private static final Pattern FORMAT = Pattern.compile("[A-Za-z][A-Za-z0-9_.]*");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

  /** What resembles one of these is a slip of the pen, not a format of somebody else's. */
  private static final List<String> KNOWN =
      List.of("digits", "csv", "libsvm", "parquet", "orc", "json", "avro", "jdbc", "idx", "images");

  private static final Set<String> PLACES = Set.of("path", "devPath", "testPath");
  private static final Set<String> TABLE_KEYS =
      Set.of(
          "path",
          "devPath",
          "testPath",
          "label",
          "id",
          "group",
          "time",
          "categorical",
          "ignore",
          "missing",
          "badRows",
          "options");

  /** Every key that some format has. */
  static final Set<String> KEYS = with(TABLE_KEYS, "header", "delimiter", "size", "channels");

  private final Section data;
  private final String format;

  SourceReader(Section data, String format) {
    this.data = data;
    this.format = format;
  }

  /** The name of a format: one of Sturgeon's own, or one that Spark SQL may know. */
  static String format(Node node) {
    String name = Readers.text(node);
    if (!FORMAT.matcher(name).matches()) {
      throw new IllegalArgumentException(node.shown() + " cannot be the name of a format");
    }
    Optional<String> meant = Spelling.nearest(name, KNOWN);
    if (!KNOWN.contains(name) && meant.isPresent()) {
      throw new IllegalArgumentException(
          node.shown() + " is unknown; did you mean '" + meant.get() + "'?");
    }
    return name;
  }

  /** The keys that mean something for a format. */
  static Set<String> keys(String format) {
    return switch (format) {
      case "digits" -> Set.of();
      case "idx" -> PLACES;
      case "images" -> Set.of("path", "devPath", "testPath", "size", "channels");
      case "csv" -> with(TABLE_KEYS, "header", "delimiter");
      default -> TABLE_KEYS;
    };
  }

  private static Set<String> with(Set<String> keys, String... more) {
    Set<String> all = new TreeSet<>(keys);
    all.addAll(List.of(more));
    return all;
  }

  /** The source; empty if there was a problem. */
  Optional<Source> read() {
    return switch (format) {
      case "digits" -> Optional.of(new Source.Digits());
      case "idx" -> files(true).map(files -> new Source.Images(format, files, null));
      case "images" -> images();
      default -> table();
    };
  }

  private Optional<Files> files(boolean required) {
    String wanted = "where the data lie, a path or URI";
    Optional<String> path =
        required ? data.require("path", wanted, Readers::text) : data.find("path", Readers::text);
    @Nullable String dev = data.find("devPath", Readers::text).orElse(null);
    @Nullable String test = data.find("testPath", Readers::text).orElse(null);
    if (path.isEmpty() && !required && (dev != null || test != null)) {
      data.problem("path", "is missing; give the training part's");
    }
    return path.map(main -> new Files(main, dev, test));
  }

  private Optional<Source> images() {
    Optional<Files> files = files(true);
    Optional<int[]> size =
        data.require("size", "what to scale images to, such as 28x28", SourceReader::size);
    int channels = data.find("channels", SourceReader::channels).orElse(3);
    return files.isEmpty() || size.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Source.Images(
                format, files.get(), new Shape(channels, size.get()[0], size.get()[1])));
  }

  /** Height and width. */
  private static int[] size(Node node) {
    Matcher size = SIZE.matcher(Readers.text(node));
    if (!size.matches()) {
      throw new IllegalArgumentException(
          node.shown() + " is no size; give HEIGHTxWIDTH, such as 28x28");
    }
    int height = Integer.parseInt(size.group(1));
    int width = Integer.parseInt(size.group(2));
    if (height < 1 || width < 1 || height > 4096 || width > 4096) {
      throw new IllegalArgumentException(node.shown() + " is not between 1x1 and 4096x4096");
    }
    return new int[] {height, width};
  }

  private static int channels(Node node) {
    long channels = Readers.whole(node);
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException(
          node.shown() + " channels; give 1 for grey or 3 for colour");
    }
    return (int) channels;
  }

  private Optional<Source> table() {
    SortedMap<String, String> options = options();
    Optional<Files> files = files(options.isEmpty());
    Optional<Source.Columns> columns = columns();
    Source.Reading usual = Source.Reading.usual();
    boolean csv = format.equals("csv");
    Source.Reading reading =
        new Source.Reading(
            csv ? data.find("header", Readers::flag).orElse(true) : usual.header(),
            csv ? data.find("delimiter", SourceReader::character).orElse(',') : usual.delimiter(),
            data.find("missing", texts()).orElse(List.of()),
            data.find("badRows", Readers.oneOf(BAD_ROWS)).orElse(usual.badRows()));
    if (columns.isEmpty() || (files.isEmpty() && options.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new Source.Table(format, files.orElse(null), columns.get(), reading, options));
  }

  private SortedMap<String, String> options() {
    SortedMap<String, String> options = new TreeMap<>();
    Section section = data.section("options");
    data.find("options", Readers::mapping)
        .ifPresent(
            given ->
                given
                    .entries()
                    .keySet()
                    .forEach(
                        key ->
                            section
                                .find(key, SourceReader::option)
                                .ifPresent(value -> options.put(key, value))));
    return options;
  }

  /** Numbers and flags as Spark's options write them. */
  private static String option(Node node) {
    return Readers.value(node).toString();
  }

  private Optional<Source.Columns> columns() {
    Optional<String> label =
        format.equals("libsvm")
            ? Optional.of(data.find("label", Readers::text).orElse("label"))
            : data.require("label", "the column to predict", Readers::text);
    @Nullable String id = data.find("id", Readers::text).orElse(null);
    @Nullable String group = data.find("group", Readers::text).orElse(null);
    @Nullable String time = data.find("time", Readers::text).orElse(null);
    List<String> ignore = data.find("ignore", texts()).orElse(List.of());
    List<String> categorical = data.find("categorical", texts()).orElse(List.of());
    if (label.isEmpty()) {
      return Optional.empty();
    }
    if (ignore.contains(label.get())
        || label.get().equals(id)
        || label.get().equals(group)
        || label.get().equals(time)) {
      data.problem(
          "label", "'" + label.get() + "' cannot be ignored or decide a row's part as well");
    }
    try {
      return Optional.of(new Source.Columns(label.get(), id, group, time, categorical, ignore));
    } catch (IllegalArgumentException e) {
      data.problem(Section.message(e));
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
