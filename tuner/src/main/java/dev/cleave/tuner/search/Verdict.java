package dev.cleave.tuner.search;

import java.util.Collection;
import java.util.List;

/** What a tune ends in, for one size class and clock or as a whole. */
public enum Verdict {
  /** A plan is better than the default, or cheaper and not worse. */
  TUNED,
  /** Nothing is; the default stays. */
  KEEP_DEFAULT,
  /** More time may show a difference. */
  INCONCLUSIVE,
  /** No valid sample. */
  INVALID;

  private static final List<Verdict> MOST_TELLING_FIRST =
      List.of(TUNED, INCONCLUSIVE, KEEP_DEFAULT, INVALID);

  /** The verdict of a tune as a whole, from those of its size classes and clocks. */
  public static Verdict overall(Collection<Verdict> verdicts) {
    return MOST_TELLING_FIRST.stream().filter(verdicts::contains).findFirst().orElse(INVALID);
  }
}
