package dev.sturgeon.api;

import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a JVM started from here must have on its class path to see the same classes. */
final class ClassPath {

  private ClassPath() {}

  /**
   * This JVM's own class path, and what class loaders add to it: spark-submit puts the application
   * and what {@code --jars} names into a loader of its own.
   *
   * @param loader the innermost one
   */
  static Collection<String> of(@Nullable ClassLoader loader) {
    Set<String> entries =
        new LinkedHashSet<>(
            List.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator)));
    for (ClassLoader each = loader; each != null; each = each.getParent()) {
      if (each instanceof URLClassLoader loads) {
        for (URL url : loads.getURLs()) {
          if (url.getProtocol().equals("file")) {
            entries.add(Path.of(URI.create(url.toString())).toString());
          }
        }
      }
    }
    entries.remove("");
    return entries;
  }
}
