package dev.sturgeon.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a turn of a series has to say.
 *
 * @param study what the turn's study has to say
 * @param settlement which study counts
 * @param finished false where somebody asked to stop: the same call goes on
 */
public record SeriesAnswer(StudyAnswer study, Settlement settlement, boolean finished) {

  static SeriesAnswer of(StudyAnswer study, Settlement settlement) {
    return new SeriesAnswer(study, settlement, settlement.over());
  }

  static SeriesAnswer stopped(StudyAnswer study, Settlement settlement) {
    return new SeriesAnswer(study, settlement, false);
  }

  /** For a person. */
  public String text() {
    return study.text() + "\n" + settlement.text();
  }

  /** One JSON object: the study's, with the series beside it. */
  public String json() {
    ObjectNode json = study.summary().json();
    ObjectNode series = json.putObject("series");
    series.put("study", settlement.study());
    series.put("current", settlement.current().orElse(null));
    series.put("moved", settlement.moved());
    series.put("outcome", settlement.outcome() == null ? null : settlement.outcome().name());
    return json.toString();
  }
}
