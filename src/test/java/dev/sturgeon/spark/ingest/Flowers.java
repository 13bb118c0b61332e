package dev.sturgeon.spark.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** An invented table with all kinds of columns, missing values and string labels. */
public final class Flowers {
  /** Its first line. */
  public static final String HEADER = "key,size,colour,wild,zone,planet,y";

  private Flowers() {}

  /** So many rows, the first ones always the same, with a header. */
  public static String[] lines(int rows) {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    Random random = new Random(5);
    for (int i = 0; i < rows; i++) {
      boolean rose = random.nextInt(3) > 0;
      String size =
          random.nextInt(10) == 0 ? "NA" : (rose ? 3 : 9) + random.nextInt(50) / 10.0 + "";
      String colour = List.of("red", "\"white, pale\"", "", "yellow").get(random.nextInt(4));
      String wild = random.nextBoolean() ? "true" : "false";
      int zone = 1 + random.nextInt(3);
      lines.add(
          "k%d,%s,%s,%s,%d,earth,%s"
              .formatted(i, size, colour, wild, zone, rose ? "rose" : "lily"));
    }
    return lines.toArray(String[]::new);
  }
}
