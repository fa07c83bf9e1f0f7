package dev.cleave.reports.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.cleave.reports.chart.ScatterData;
import dev.cleave.reports.chart.TimelineData;
import dev.cleave.tuner.json.Json;
import java.math.BigDecimal;
import java.math.MathContext;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * JSON for a script element of a page, made small: numbers of five digits, the points of scatter
 * charts and timelines as arrays. It holds no {@code <}, so that no string can end the element.
 */
public final class EmbeddedJson {
  private static final MathContext FIVE_DIGITS = new MathContext(5);
  private static final JsonMapper MAPPER =
      Json.LINE
          .rebuild()
          .addMixIn(ScatterData.Point.class, AsArray.class)
          .addMixIn(TimelineData.Point.class, AsArray.class)
          .addModule(shortNumbers())
          .build();

  private EmbeddedJson() {}

  public static String of(Object value) {
    return MAPPER
        .writeValueAsString(value)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026");
  }

  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  private interface AsArray {}

  private static SimpleModule shortNumbers() {
    return new SimpleModule("cleave-short-numbers")
        .addSerializer(Double.class, new ShortNumber())
        .addSerializer(double.class, new ShortNumber());
  }

  private static final class ShortNumber extends StdSerializer<Double> {
    ShortNumber() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator out, SerializationContext context) {
      if (Double.isFinite(value)) {
        BigDecimal rounded = new BigDecimal(value).round(FIVE_DIGITS);
        double number = rounded.doubleValue();
        if (number == Math.rint(number) && Math.abs(number) < Long.MAX_VALUE) {
          out.writeNumber((long) number);
        } else {
          out.writeNumber(number);
        }
      } else {
        out.writeNull();
      }
    }
  }
}
