package dev.sturgeon.store;

/** The rule that a path given to a {@link Storage} cannot leave it. */
public final class StudyPath {

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
}
