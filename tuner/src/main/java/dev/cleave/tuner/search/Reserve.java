package dev.cleave.tuner.search;

/**
 * The part of a budget that a phase leaves to those after it.
 *
 * @param seconds at the end of the time budget
 * @param writeBytes of the write budget
 */
record Reserve(double seconds, long writeBytes) {
  static final Reserve NONE = new Reserve(0, 0);

  /** Both. */
  Reserve and(Reserve other) {
    return new Reserve(seconds + other.seconds, writeBytes + other.writeBytes);
  }
}
