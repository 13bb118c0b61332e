package dev.sturgeon.conf;

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

  /** The same in a sentence: the value ends with a blank, a quote or a bracket at the latest. */
  private static final Pattern SAID =
      Pattern.compile(
          "(?i)((?<![a-z])[a-z0-9_.-]*(?:password|passwd|pwd|passphrase|token|secret|credential"
              + "|key|[?&;]sig)[a-z0-9_.-]*\\s*=\\s*)[^&;\\s'\"()<>,]+");

  private static final Pattern SECRET =
      Pattern.compile("(?i)password|passwd|pwd|passphrase|token|secret|credential|key");

  private Secrets() {}

  /** Whether the name of a key says that its value is a secret. */
  static boolean isSecret(String name) {
    return SECRET.matcher(name).find();
  }

  /** A message, without passwords, tokens and keys of the URIs and settings that it quotes. */
  public static String inMessage(String message) {
    String withoutUser = USER.matcher(message).replaceAll("://" + REDACTED + "@");
    return SAID.matcher(withoutUser).replaceAll("$1" + REDACTED);
  }

  /** An option's value, unless its name says that it is a secret. */
  static String redact(String name, String value) {
    return isSecret(name) ? REDACTED : redact(value);
  }

  static String redact(String uri) {
    String withoutUser = USER.matcher(uri).replaceAll("://" + REDACTED + "@");
    return PARAMETER.matcher(withoutUser).replaceAll("$1" + REDACTED);
  }
}
