package dev.sturgeon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Resident memory of a process as Linux counts it. */
enum Resident {
  /** Now. */
  NOW("VmRSS:"),
  /** The most so far. */
  PEAK("VmHWM:");

  private final String line;

  Resident(String line) {
    this.line = line;
  }

  /** In megabytes; 0 where there is no such process any more. */
  double megabytes(long pid) throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    try (var lines = Files.lines(status)) {
      return lines
          .filter(text -> text.startsWith(line))
          .mapToDouble(text -> Double.parseDouble(text.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(0);
    }
  }
}
