package dev.sturgeon.journal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.sturgeon.space.Condition;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Domain;
import dev.sturgeon.space.Value;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.TrialId;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedMap;

/** How the values of the other rooms look in JSON, so that they need not know. */
final class DomainModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  DomainModule() {
    sealed(Event.class, NamedByEvent.class);
    sealed(Command.class, NamedByCommand.class);
    sealed(SegmentResult.class, NamedByType.class);
    sealed(Domain.class, NamedByType.class);
    sealed(Condition.class, NamedByType.class);
    setMixInAnnotation(Configuration.class, FlatConfiguration.class);
    setMixInAnnotation(TrialId.class, FlatTrialId.class);
    setMixInAnnotation(Metric.class, LabelledMetric.class);
    setMixInAnnotation(Value.Real.class, FlatReal.class);
    setMixInAnnotation(Value.Int.class, FlatInt.class);
    setMixInAnnotation(Value.Text.class, FlatText.class);
    addDeserializer(Value.class, new ValueReader());
    addSerializer(Duration.class, ToStringSerializer.instance);
    addDeserializer(Duration.class, new DurationReader());
    addSerializer(Instant.class, ToStringSerializer.instance);
    addDeserializer(Instant.class, new InstantReader());
  }

  /** Each record of a sealed type goes by its own name with a small first letter. */
  private void sealed(Class<?> type, Class<?> mixin) {
    setMixInAnnotation(type, mixin);
    for (Class<?> one : type.getPermittedSubclasses()) {
      String name = one.getSimpleName();
      registerSubtypes(
          new NamedType(one, name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)));
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
  private interface NamedByEvent {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
  private interface NamedByCommand {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  private interface NamedByType {}

  private abstract static class FlatConfiguration {
    @SuppressWarnings("UnusedVariable") // Jackson looks at the parameter's type
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    FlatConfiguration(SortedMap<String, Value> values) {}

    @JsonValue
    abstract SortedMap<String, Value> values();
  }

  private abstract static class FlatTrialId {
    @SuppressWarnings("UnusedVariable") // Jackson looks at the parameter's type
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    FlatTrialId(int number) {}

    @JsonValue
    abstract int number();
  }

  private interface LabelledMetric {
    @JsonValue
    String label();
  }

  private interface FlatReal {
    @JsonValue
    double value();
  }

  private interface FlatInt {
    @JsonValue
    long value();
  }

  private interface FlatText {
    @JsonValue
    String value();
  }

  /** A number with a point or exponent is real, one without is an integer, all else a text. */
  private static final class ValueReader extends StdDeserializer<Value> {
    private static final long serialVersionUID = 1L;

    ValueReader() {
      super(Value.class);
    }

    @Override
    public Value deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      JsonToken token = parser.currentToken();
      return switch (token) {
        case VALUE_NUMBER_FLOAT -> Value.of(parser.getDoubleValue());
        case VALUE_NUMBER_INT -> Value.of(parser.getLongValue());
        case VALUE_STRING -> Value.of(parser.getText());
        default -> (Value) context.handleUnexpectedToken(Value.class, parser);
      };
    }
  }

  private static final class DurationReader extends FromStringDeserializer<Duration> {
    private static final long serialVersionUID = 1L;

    DurationReader() {
      super(Duration.class);
    }

    @Override
    protected Duration _deserialize(String text, DeserializationContext context) {
      return Duration.parse(text);
    }
  }

  private static final class InstantReader extends FromStringDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    InstantReader() {
      super(Instant.class);
    }

    @Override
    protected Instant _deserialize(String text, DeserializationContext context) throws IOException {
      try {
        return Instant.parse(text);
      } catch (DateTimeException e) {
        return (Instant) context.handleWeirdStringValue(Instant.class, text, "no moment in time");
      }
    }
  }
}
