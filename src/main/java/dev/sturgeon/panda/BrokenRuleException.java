package dev.sturgeon.panda;

/** A user's own rule has thrown, or given what is no advice: the class is to be mended. */
public final class BrokenRuleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Of a rule.
   *
   * @param what what it did, in a few words
   * @param cause what it threw, or what was found
   */
  BrokenRuleException(Rule rule, String what, Throwable cause) {
    super(
        "panda.rules: your own rule, the class %s, %s; mend it, and the same command goes on"
            .formatted(rule.getClass().getName(), what),
        cause);
  }
}
