package dev.sturgeon.data;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out of paths, URIs and messages what nobody should read in a file or a log. */
public final class Secrets {
  private static final String REDACTED = "REDACTED";

  /** A user with a password. A user without one stays: in abfss URIs it is the container's name. */
  private static final Pattern USER = Pattern.compile("://[^/@:\\s]*:[^/@\\s]*@");

  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?i)([?&;](?:[^=&;]*(?:password|passwd|pwd|passphrase|token|secret"
              + "|credential|key)[^=&;]*|sig)=)"
              + "[^&;]*");

  /** The same of Amazon's, whose secrets have slashes. */
  private static final Pattern AMAZON =
      Pattern.compile("(?i)(?<=\\bs3[an]?)://[^/@:\\s]*:[^@\\s]*@");

  /** The same in a sentence: the value ends with a blank or a bracket at the latest, or a quote. */
  private static final Pattern SAID =
      Pattern.compile(
          "(?i)((?<![a-z])[a-z0-9_.-]*(?:password|passwd|pwd|passphrase|token|secret|credential"
              + "|key|[?&;]sig)[a-z0-9_.-]*\\s*=\\s*)(?:'[^']*'|\"[^\"]*\"|[^&;\\s'\"()<>,]+)");

  /** Names that stand for nothing else than secrets need no more than a colon or a blank. */
  private static final Pattern SPOKEN =
      Pattern.compile(
          "(?i)(--?(?:password|passwd|passphrase|secret)\\s+"
              + "|\\b(?:password|passwd|passphrase)\"?'?\\s*:\\s*|\\bbearer\\s+)"
              + "(?:'[^']*'|\"[^\"]*\"|[^&;\\s'\"()<>,]+)");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

  private static final Pattern SECRET =
      Pattern.compile("(?i)password|passwd|pwd|passphrase|token|secret|credential|key");

  private Secrets() {}

  /** Whether the name of a key says that its value is a secret. */
  public static boolean isSecret(String name) {
    return SECRET.matcher(name).find();
  }

  /** A message, without passwords, tokens and keys of the URIs and settings that it quotes. */
  public static String inMessage(String message) {
    String withoutValues = SAID.matcher(withoutUser(message)).replaceAll("$1" + REDACTED);
    return SPOKEN.matcher(withoutValues).replaceAll("$1" + REDACTED);
  }

  /**
   * An option's value, unless its name says that it is a secret; what names a variable of the
   * environment, such as {@code ${DB_PASSWORD}}, is none.
   */
  public static String redact(String name, String value) {
    boolean isHidden = isSecret(name) && variable(value).isEmpty();
    return isHidden ? REDACTED : redact(value);
  }

  /** The variable of the environment that a value such as {@code ${DB_PASSWORD}} names. */
  public static Optional<String> variable(String value) {
    Matcher matcher = VARIABLE.matcher(value);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Whether something was taken out of a text. */
  public static boolean isRedacted(String text) {
    return text.contains(REDACTED);
  }

  /** A path or URI without its password and without parameters that are secrets. */
  public static String redact(String uri) {
    return PARAMETER.matcher(withoutUser(uri)).replaceAll("$1" + REDACTED);
  }

  private static String withoutUser(String text) {
    String withoutAmazon = AMAZON.matcher(text).replaceAll("://" + REDACTED + "@");
    return USER.matcher(withoutAmazon).replaceAll("://" + REDACTED + "@");
  }
}
