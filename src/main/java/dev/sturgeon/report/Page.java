package dev.sturgeon.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A self-contained page: no script, no address of anything outside it. */
final class Page {

  private Page() {}

  /** The page with this title and content. */
  static String of(String title, Element main) {
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        + (Element.of("title", title + " – Sturgeon") + "<style>\n" + style() + "</style>")
        + "</head><body>\n"
        + (main + "\n</body></html>\n");
  }

  private static String style() {
    try (InputStream css =
        Objects.requireNonNull(
            Page.class.getResourceAsStream("report.css"), "report.css is not in the jar")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
