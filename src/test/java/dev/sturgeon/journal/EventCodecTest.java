package dev.sturgeon.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JacksonException;
import dev.sturgeon.trial.Scores;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventCodecTest {

  @TestFactory
  Stream<DynamicTest> everyEventSurvivesTheWayToALineAndBack() {
    return entries()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.event().toString(),
                    () -> assertThat(decode(line(entry))).isEqualTo(entry)));
  }

  @Test
  void theSamplesHoldEveryKindOfEvent() {
    Set<Class<?>> held =
        entries().map(entry -> entry.event().getClass()).collect(Collectors.toSet());
    assertThat(held).containsAll(Arrays.<Class<?>>asList(Event.class.getPermittedSubclasses()));
  }

  @Test
  void anEventIsOneLineThatSaysWhenAndWhat() {
    String line = line(new Stamped(Instant.EPOCH, 1.5, new Event.SlotsChanged(3)));
    assertThat(line)
        .isEqualTo(
            "{\"at\":\"1970-01-01T00:00:00Z\",\"t\":1.5,\"event\":\"slotsChanged\",\"slots\":3}\n");
  }

  @Test
  void numbersThatAreNotFiniteSurvive() throws JacksonException {
    Scores scores = new Scores(Double.NaN, Double.NEGATIVE_INFINITY);
    Stamped entry = new Stamped(Instant.EPOCH, 0, new Event.BaselineMeasured("x", scores));
    assertThat(decode(line(entry))).isEqualTo(entry);
  }

  @Test
  void fieldsOfLaterVersionsAreIgnored() throws JacksonException {
    String line =
        "{\"at\":\"1970-01-01T00:00:00Z\",\"t\":0,\"event\":\"slotsChanged\",\"slots\":3,"
            + "\"colour\":{\"r\":1}}";
    assertThat(decode(line).event()).isEqualTo(new Event.SlotsChanged(3));
  }

  @Test
  void aMissingFieldIsNotGuessed() {
    assertThatThrownBy(
            () -> decode("{\"at\":\"1970-01-01T00:00:00Z\",\"t\":0,\"event\":\"slotsChanged\"}"))
        .isInstanceOf(JacksonException.class)
        .hasMessageContaining("slots");
    assertThatThrownBy(
            () ->
                decode("{\"at\":\"1970-01-01T00:00:00Z\",\"event\":\"slotsChanged\",\"slots\":1}"))
        .hasMessageContaining("'t'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../x", "/etc/passwd", "checkpoints/../../x", "hdfs://n/x", "a\\\\b"})
  void aTamperedCheckpointPathIsRefused(String path) {
    Stamped advanced =
        entries()
            .filter(entry -> entry.event() instanceof Event.SegmentEnded)
            .findFirst()
            .orElseThrow();
    String line = line(advanced);
    assertThat(line).contains("\"checkpoints/0/2\"");
    assertThatThrownBy(() -> decode(line.replace("checkpoints/0/2", path)))
        .hasMessageContaining("leaves the study directory");
  }

  private static Stream<Stamped> entries() {
    return Stream.concat(GoldenJournalTest.newest().stream(), Stream.of(EventSamples.continued(5)));
  }

  private static String line(Stamped entry) {
    return new String(EventCodec.encode(entry), StandardCharsets.UTF_8);
  }

  private static Stamped decode(String line) throws JacksonException {
    return EventCodec.decode(line.getBytes(StandardCharsets.UTF_8));
  }
}
