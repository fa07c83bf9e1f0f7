package dev.cleave.reports.text;

import dev.cleave.tuner.qualify.RequirementResult;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures of requirements as people read them. */
public final class QualifyFigures {
  private QualifyFigures() {}

  /** A value in the unit that keeps it short: {@code 49.8 MB/s}, {@code 1.25 ms}. */
  public static String value(@Nullable Double value, String unit) {
    if (value == null) {
      return "-";
    }
    return switch (unit) {
      case "B/s" -> value >= 1e9 ? number(value / 1e9) + " GB/s" : number(value / 1e6) + " MB/s";
      case "s" -> seconds(value);
      case "blocks" -> String.format(Locale.ROOT, "%.0f", value);
      default -> number(value) + " " + unit;
    };
  }

  private static String seconds(double value) {
    if (value >= 1) {
      return number(value) + " s";
    }
    return value >= 1e-3 ? number(value * 1e3) + " ms" : number(value * 1e6) + " us";
  }

  /** Three digits or more. */
  private static String number(double value) {
    double size = Math.abs(value);
    String format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, value);
  }

  /** The bound with its sign: {@code >= 50.0 MB/s}; empty for a device's facts. */
  public static String bound(RequirementResult result) {
    return result.comparison() == null
        ? ""
        : result.comparison() + " " + value(result.bound(), result.unit());
  }

  /** {@code [49.1, 50.2 MB/s]}; an end that isn't bounded is a dash. */
  public static String interval(RequirementResult result) {
    return result.measured() == null || result.unit().equals("blocks")
        ? ""
        : "["
            + value(result.low(), result.unit())
            + ", "
            + value(result.high(), result.unit())
            + "]";
  }

  /** What is measured: {@code latency, p99}, {@code throughput, sustained}. */
  public static String metric(RequirementResult result) {
    StringBuilder words = new StringBuilder(result.metric());
    if (result.percentile() != null) {
      words.append(", p").append(percent(result.percentile()));
    }
    if (!result.part().equals("whole")) {
      words.append(", ").append(result.part());
    }
    return words.toString();
  }

  /** A share as a percentile's number: 99.9. */
  public static String percent(double share) {
    String text = String.format(Locale.ROOT, "%.4f", 100 * share);
    return text.replaceFirst("\\.?0+$", "");
  }
}
