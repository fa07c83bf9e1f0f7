package dev.cleave.tuner.device;

import org.jspecify.annotations.Nullable;

/**
 * One property of a device.
 *
 * @param value a {@link String}, {@link Long} or {@link Boolean}; null if unknown
 * @param source the file it was read from, how it was measured, or the reason why it is unknown
 */
public record Fact(@Nullable Object value, Origin origin, String source) {
  public Fact {
    if (value instanceof Integer number) {
      value = number.longValue();
    }
    if ((value == null) != (origin == Origin.UNKNOWN)) {
      throw new IllegalArgumentException("a fact is unknown or has a value: " + source);
    }
    if (value != null
        && !(value instanceof String || value instanceof Long || value instanceof Boolean)) {
      throw new IllegalArgumentException("no value of a fact: " + value);
    }
  }

  public static Fact reported(Object value, String source) {
    return new Fact(value, Origin.REPORTED, source);
  }

  public static Fact measured(Object value, String how) {
    return new Fact(value, Origin.MEASURED, how);
  }

  public static Fact unknown(String reason) {
    return new Fact(null, Origin.UNKNOWN, reason);
  }
}
