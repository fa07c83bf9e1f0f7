package dev.cleave.reports.chart;

import dev.cleave.reports.compare.ComparisonVerdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A forest plot: ratios with their intervals below each other, about the line at 1.
 *
 * @param margin the loss that counts as none, as a share; a gain that it undoes counts as none
 * @param rows from top to bottom
 */
public record ForestData(
    String name,
    String title,
    String subtitle,
    String xTitle,
    String yTitle,
    double margin,
    List<Row> rows,
    List<String> caption)
    implements ChartData {
  public ForestData {
    rows = List.copyOf(rows);
    caption = List.copyOf(caption);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a forest plot without a row: " + name);
    }
  }

  /** Where the band about 1 that counts as no difference begins. */
  double least() {
    return 1 - margin;
  }

  /** Where it ends. */
  double most() {
    return 1 / least();
  }

  /**
   * One ratio.
   *
   * @param range null where there are too few samples, or nothing to compare
   * @param text the ratio with its interval and N as they are printed
   */
  public record Row(
      String label, double ratio, @Nullable Range range, Side side, Mark mark, String text) {}

  /** On which side of 1 a ratio is said to lie. */
  public enum Side {
    FASTER("faster"),
    UNCLEAR("not told apart"),
    SLOWER("slower");

    private final String label;

    Side(String label) {
      this.label = label;
    }

    /** By the interval alone. */
    static Side of(@Nullable Range range) {
      if (range == null || (range.low() <= 1 && range.high() >= 1)) {
        return UNCLEAR;
      }
      return range.low() > 1 ? FASTER : SLOWER;
    }

    /** As the table says it, so beyond the margin. */
    static Side of(ComparisonVerdict verdict) {
      return switch (verdict) {
        case FASTER -> FASTER;
        case SLOWER -> SLOWER;
        case SAME, UNCLEAR -> UNCLEAR;
      };
    }

    @Override
    public String toString() {
      return label;
    }
  }
}
