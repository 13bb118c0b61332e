package dev.sturgeon.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What a turn of a series has to say.
 *
 * @param study what the turn's study has to say
 * @param settlement which study counts
 * @param earlier what this turn has decided about the study before, which an earlier turn left
 *     open; null where there was nothing
 * @param finished false where somebody asked to stop: the same call goes on
 */
public record SeriesAnswer(
    StudyAnswer study, Settlement settlement, @Nullable Settlement earlier, boolean finished) {

  static SeriesAnswer of(StudyAnswer study, Settlement settlement) {
    return new SeriesAnswer(study, settlement, null, settlement.over());
  }

  static SeriesAnswer stopped(StudyAnswer study, Settlement settlement) {
    return new SeriesAnswer(study, settlement, null, false);
  }

  SeriesAnswer after(@Nullable Settlement before) {
    return new SeriesAnswer(study, settlement, before, finished);
  }

  /** For a person. */
  public String text() {
    return study.text() + "\n" + settlement.text();
  }

  /** One JSON object: the study's, with the series beside it. */
  public String json() {
    ObjectNode json = study.summary().json();
    ObjectNode series = settlement.json();
    series.set("earlier", earlier == null ? null : earlier.json());
    json.set("series", series);
    return json.toString();
  }
}
