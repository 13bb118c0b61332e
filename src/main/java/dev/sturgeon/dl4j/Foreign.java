package dev.sturgeon.dl4j;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A user's own network class being called: whatever it throws becomes one sentence.
 *
 * @param name the class
 */
record Foreign(String name) {

  static Foreign of(NetworkFactory factory) {
    return new Foreign(factory.getClass().getName());
  }

  /**
   * Calls it.
   *
   * @param purpose completes "it could not …"
   * @throws IllegalArgumentException its own one as it is; else a sentence about what it threw, or
   *     that it gave nothing
   */
  <T> T call(String purpose, Supplier<@Nullable T> call) {
    T result;
    try {
      result = call.get();
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw new IllegalArgumentException(
          "%s could not %s: %s".formatted(name, purpose, firstLine(e)), e);
    }
    if (result == null) {
      throw new IllegalArgumentException("%s could not %s: it gave null".formatted(name, purpose));
    }
    return result;
  }

  /** DL4J's messages end with reports of many lines. */
  private static String firstLine(Throwable e) {
    return e.toString().lines().findFirst().orElse("");
  }
}
