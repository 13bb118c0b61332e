package dev.sturgeon.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells, set in columns as wide as they need to be, two blanks apart. */
public final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * Adds a row; it may be shorter than others. Control characters become blanks ({@link
   * Wording#plain}).
   */
  public void row(List<String> cells) {
    rows.add(cells.stream().map(Wording::plain).toList());
  }

  @Override
  public String toString() {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        int width = row.get(i).length();
        if (i == widths.size()) {
          widths.add(width);
        } else {
          widths.set(i, Math.max(widths.get(i), width));
        }
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append(row.get(i)).append(" ".repeat(widths.get(i) - row.get(i).length() + 2));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
