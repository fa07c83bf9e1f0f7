package dev.cleave.reports.chart;

import dev.cleave.reports.text.Figures;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Bars of what each contender reached, below the roofs: what the device can do at best.
 *
 * @param roofs at least one; the last is what the bars' shares are of
 * @param bars from top to bottom
 */
public record RooflineData(
    String name,
    String title,
    String subtitle,
    String xTitle,
    String yTitle,
    List<Roof> roofs,
    List<Bar> bars,
    List<String> caption)
    implements ChartData {
  public RooflineData {
    roofs = List.copyOf(roofs);
    bars = List.copyOf(bars);
    caption = List.copyOf(caption);
    if (roofs.isEmpty() || bars.isEmpty()) {
      throw new IllegalArgumentException("a roofline without roof or bar: " + name);
    }
  }

  /**
   * The chart with its titles, in the unit that keeps its labels short.
   *
   * @param name of the file, as {@code roofline-large-cold-command}
   * @param subtitle what was copied: bytes, cache state, clock
   * @param roofs in bytes per second; the last is what the shares are of
   * @param contenders in bytes per second
   */
  public static RooflineData of(
      String name, String subtitle, List<Roof> roofs, List<Contender> contenders, String caption) {
    RateUnit unit =
        RateUnit.forFastest(
            DoubleStream.concat(
                    roofs.stream().mapToDouble(Roof::value),
                    contenders.stream().mapToDouble(Contender::bytesPerSecond))
                .max()
                .orElse(0));
    double limit = roofs.getLast().value();
    String share = "Shares are of \"" + roofs.getLast().label() + "\". ";
    return new RooflineData(
        name,
        "What is reached of what the device can do",
        subtitle,
        "throughput in " + unit,
        "",
        roofs.stream().map(roof -> new Roof(roof.label(), unit.of(roof.value()))).toList(),
        contenders.stream().map(contender -> contender.bar(unit, limit)).toList(),
        List.of((share + caption).strip()));
  }

  /** What the device does at best, as {@code read alone}. */
  public record Roof(String label, double value) {
    public Roof {
      if (!(value > 0)) {
        throw new IllegalArgumentException(label + ": " + value);
      }
    }
  }

  /**
   * One bar.
   *
   * @param range null where there are too few samples
   * @param own whether it is Cleave's engine, and not a peer
   * @param text the figures as they are printed
   */
  public record Bar(String label, double value, @Nullable Range range, boolean own, String text) {}

  /**
   * What was measured of one contender.
   *
   * @param range in bytes per second; null where there are too few samples
   * @param own whether it is Cleave's engine, and not a peer
   */
  public record Contender(
      String label, double bytesPerSecond, @Nullable Range range, boolean own, int samples) {
    private Bar bar(RateUnit unit, double limit) {
      Range inUnit = range == null ? null : new Range(unit.of(range.low()), unit.of(range.high()));
      String interval =
          inUnit == null
              ? ""
              : " ["
                  + Figures.threeDigits(inUnit.low())
                  + ", "
                  + Figures.threeDigits(inUnit.high())
                  + "]";
      double value = unit.of(bytesPerSecond);
      String percent = String.format(Locale.ROOT, "%.0f %%", 100 * bytesPerSecond / limit);
      String text = Figures.threeDigits(value) + interval + "  " + percent + "  N=" + samples;
      return new Bar(label, value, inUnit, own, text);
    }
  }
}
