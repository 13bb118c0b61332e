package dev.sturgeon.api;

/**
 * A path or URI taken apart: the directory and the name in it.
 *
 * @param parent the directory; {@code .} where the text names none
 * @param name the last part
 */
record Location(String parent, String name) {

  static Location of(String text) {
    String trimmed = text.replaceAll("(?<=.)/+$", "");
    int slash = trimmed.lastIndexOf('/');
    return slash < 0
        ? new Location(".", trimmed)
        : new Location(
            slash == 0 ? "/" : trimmed.substring(0, slash), trimmed.substring(slash + 1));
  }

  /** A path or URI, taken as relative to this directory unless it is absolute. */
  static String resolve(String directory, String path) {
    boolean absolute = path.startsWith("/") || path.matches("[A-Za-z][A-Za-z0-9+.-]*:.*");
    return absolute || directory.equals(".") ? path : directory + "/" + path;
  }
}
