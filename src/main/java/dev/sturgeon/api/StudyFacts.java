package dev.sturgeon.api;

import dev.sturgeon.journal.DataFacts;
import dev.sturgeon.spark.ingest.StudyData;
import java.util.Map;
import java.util.TreeMap;

/** What a study's journal keeps of its data. */
final class StudyFacts {

  private StudyFacts() {}

  static DataFacts of(StudyData data) {
    Map<String, Integer> rows = new TreeMap<>();
    rows.put("train", Math.toIntExact(data.counts().train()));
    rows.put("dev", Math.toIntExact(data.counts().dev()));
    rows.put("test", Math.toIntExact(data.counts().test()));
    return new DataFacts(
        data.contentHash(),
        new TreeMap<>(rows),
        data.data().train().columns(),
        data.classes(),
        data.frozenJson());
  }
}
