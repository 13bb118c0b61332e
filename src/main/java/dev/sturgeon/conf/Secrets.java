package dev.sturgeon.conf;

import java.util.regex.Pattern;

/** Takes out of a path or URI what nobody should read in a file. */
final class Secrets {
  private static final String REDACTED = "REDACTED";

  /** A user with a password. A user without one stays: in abfss URIs it is the container's name. */
  private static final Pattern USER = Pattern.compile("://[^/@:]*:[^/@]*@");

  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?i)([?&;](?:[^=&;]*(?:password|passwd|pwd|token|secret|credential|key)[^=&;]*|sig)=)"
              + "[^&;]*");

  private static final Pattern SECRET =
      Pattern.compile("(?i)password|passwd|pwd|token|secret|credential|key");

  private Secrets() {}

  /** An option's value, unless its name says that it is a secret. */
  static String redact(String name, String value) {
    return SECRET.matcher(name).find() ? REDACTED : redact(value);
  }

  static String redact(String uri) {
    String withoutUser = USER.matcher(uri).replaceAll("://" + REDACTED + "@");
    return PARAMETER.matcher(withoutUser).replaceAll("$1" + REDACTED);
  }
}
