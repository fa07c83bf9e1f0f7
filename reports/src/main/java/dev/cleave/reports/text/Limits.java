package dev.cleave.reports.text;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.run.TuneRun;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What limits a copy by the plan that a sweep recommends, as far as copies alone tell.
 *
 * @param samples valid ones by that plan
 * @param found at least one
 */
public record Limits(
    SizeClass sizeClass, CacheState cacheState, CopyPlan plan, int samples, List<Limit> found) {
  public Limits {
    found = List.copyOf(found);
  }

  /**
   * One limit.
   *
   * @param why in words, with the figure that it is seen by
   */
  public record Limit(Kind kind, String why) {}

  /** What it is that limits. */
  public enum Kind {
    CPU("cpu"),
    SOURCE("source"),
    DESTINATION("destination"),
    /** The source or the destination. */
    DEVICE("device"),
    /** One of them, or the lock of the file that is written. */
    DEVICE_OR_LOCK("device or lock");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  /** Those of each sweep that has valid samples of its plan. */
  public static List<Limits> allOf(TuneRun run) {
    return LimitFinder.of(run);
  }

  /** Below a heading that says what it is about. */
  public String paragraph() {
    return Sentences.capitalized(text());
  }

  /** The same by itself. */
  public String sentence() {
    return "What limits " + text();
  }

  private String text() {
    return Sentences.part(sizeClass, cacheState)
        + ", by "
        + plan
        + " ("
        + samples
        + (samples == 1 ? " sample" : " samples")
        + "): "
        + found.stream().map(Limit::why).collect(Collectors.joining(" "));
  }
}
