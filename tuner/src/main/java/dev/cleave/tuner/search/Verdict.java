package dev.cleave.tuner.search;

/** What a tune ends in, for one size class and clock or as a whole. */
public enum Verdict {
  /** A plan is better than the default, or cheaper and not worse. */
  TUNED,
  /** Nothing is; the default stays. */
  KEEP_DEFAULT,
  /** More time may show a difference. */
  INCONCLUSIVE,
  /** No valid sample. */
  INVALID
}
