package dev.sturgeon.conf;

/**
 * One thing that is wrong with a configuration.
 *
 * @param source the file, or the {@code --set} option, that holds it
 * @param line its line in the file, from 1; 0 where there is none
 * @param key the dotted path of the key, such as {@code search.maxTrials}; empty for the whole file
 * @param message what is wrong and what would be right
 */
public record Problem(String source, int line, String key, String message) {

  @Override
  public String toString() {
    return source
        + (line > 0 ? ":" + line : "")
        + ": "
        + (key.isEmpty() ? "" : key + ": ")
        + message;
  }
}
