package dev.sturgeon.spark.ingest;

/** What decides a row's part. */
enum SplitKey {
  /** All its features. */
  FEATURES("", ""),
  /** The column {@code data.id}. */
  ID("the id", "data.id"),
  /** The column {@code data.group}. */
  GROUP("the group", "data.group"),
  /** The column {@code data.time}. */
  TIME("the time", "data.time");

  private final String title;
  private final String setting;

  SplitKey(String title, String setting) {
    this.title = title;
    this.setting = setting;
  }

  /** How messages call the column. */
  String title() {
    return title;
  }

  /** Where the configuration names it. */
  String setting() {
    return setting;
  }

  /** Whether many rows share a key on purpose. */
  boolean isShared() {
    return this == GROUP || this == TIME;
  }
}
