package dev.sturgeon.store;

/** The rules of names in a {@link Storage}: a path cannot leave it, and unfinished files hide. */
public final class StudyPath {
  /** How the name of a file begins while it is being written. */
  public static final String TEMPORARY = ".tmp-";

  private StudyPath() {}

  /**
   * Returns the path unchanged if it is relative, without {@code ..}, backslash or drive.
   *
   * @throws IllegalArgumentException if it could leave the study directory
   */
  public static String check(String path) {
    boolean leaves =
        path.startsWith("/") || path.contains("\\") || path.contains(":") || path.contains("\0");
    for (String part : path.split("/", -1)) {
      leaves |= part.equals("..");
    }
    if (leaves) {
      throw new IllegalArgumentException("'" + path + "' leaves the study directory");
    }
    return path;
  }

  /** Whether a name is not that of a file which was being written when its writer died. */
  public static boolean isFinished(String name) {
    return !name.startsWith(TEMPORARY);
  }
}
