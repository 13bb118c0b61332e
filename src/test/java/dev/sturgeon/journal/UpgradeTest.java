package dev.sturgeon.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.trial.Limits;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class UpgradeTest {

  @Test
  void limitsOfOldJournalsKnowNoCoreHoursAndSlotsHadOneCore() throws Exception {
    String line =
        "{\"at\":\"1970-01-01T00:00:00Z\",\"t\":1.0,\"event\":\"limitsSet\",\"limits\":"
            + "{\"maxParallel\":2,\"maxDuration\":null,\"target\":0.5,\"stopAfterNoGain\":null}}\n";
    assertThat(EventCodec.decode(line.getBytes(StandardCharsets.UTF_8)).event())
        .isEqualTo(new Event.LimitsSet(new Limits(2, null, 0.5, null, null), 1));
  }

  @Test
  void checkpointsOfOldJournalsHaveNoPreviousOne() throws Exception {
    byte[] line = EventCodec.encode(EventSamples.previous());
    String old = new String(line, StandardCharsets.UTF_8).replaceFirst(",\"previous\":\\{.*?}", "");
    assertThat(old).doesNotContain("previous");
    Event.SegmentIssued issued =
        (Event.SegmentIssued) EventCodec.decode(old.getBytes(StandardCharsets.UTF_8)).event();
    assertThat(issued.segment().checkpoints().previous()).isNull();
    assertThat(issued.segment().checkpoints().latest().epoch()).isEqualTo(2);
  }

  @Test
  void limitsOfNewJournalsStayAsTheyAre() throws Exception {
    Event set = new Event.LimitsSet(new Limits(null, null, null, null, 2.5), 4);
    byte[] line = EventCodec.encode(new Stamped(Instant.EPOCH, 1, set));
    assertThat(EventCodec.decode(line).event()).isEqualTo(set);
  }
}
