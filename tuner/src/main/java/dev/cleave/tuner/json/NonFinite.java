package dev.cleave.tuner.json;

import dev.cleave.tuner.stats.Interval;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * JSON has no NaN and no infinity (RFC 8259, section 6); Jackson would write them as strings, which
 * a reader that expects a number stumbles over. They are written as null instead, and read back as
 * NaN, but for the end of an {@link Interval}, where null is infinity: an interval without end.
 */
final class NonFinite {
  private NonFinite() {}

  static JacksonModule module() {
    SimpleModule module = new SimpleModule("cleave-non-finite");
    module.addSerializer(Double.class, new DoubleSerializer());
    module.addSerializer(double.class, new DoubleSerializer());
    module.addDeserializer(double.class, new DoubleDeserializer());
    module.addDeserializer(Interval.class, new IntervalDeserializer());
    return module;
  }

  private static final class DoubleSerializer extends StdSerializer<Double> {
    DoubleSerializer() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator out, SerializationContext context) {
      if (Double.isFinite(value)) {
        out.writeNumber(value.doubleValue());
      } else {
        out.writeNull();
      }
    }
  }

  private static final class DoubleDeserializer extends StdDeserializer<Double> {
    DoubleDeserializer() {
      super(double.class);
    }

    @Override
    public Double deserialize(JsonParser in, DeserializationContext context) {
      return in.currentToken() == JsonToken.VALUE_NULL
          ? Double.valueOf(Double.NaN)
          : Double.valueOf(_parseDoublePrimitive(in, context));
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
      return Double.NaN;
    }
  }

  private static final class IntervalDeserializer extends StdDeserializer<Interval> {
    IntervalDeserializer() {
      super(Interval.class);
    }

    @Override
    public Interval deserialize(JsonParser in, DeserializationContext context) {
      JsonNode interval = context.readTree(in);
      return new Interval(
          interval.path("ratio").asDouble(Double.NaN),
          interval.path("low").asDouble(Double.NaN),
          interval.path("high").asDouble(Double.POSITIVE_INFINITY));
    }
  }
}
