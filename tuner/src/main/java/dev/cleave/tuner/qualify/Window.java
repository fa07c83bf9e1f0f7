package dev.cleave.tuner.qualify;

import org.jspecify.annotations.Nullable;

/**
 * What was done in a part of a workload's time. It ends with the first operation behind its time,
 * so that its rate has no rounding by whole operations.
 *
 * @param startSeconds since the workload began
 * @param bytes read and written
 * @param bytesWritten of them
 * @param latencies of its operations: an HdrHistogram of nanoseconds, compressed, in Base64; empty
 *     where there are none
 * @param waitedSeconds in which the thread that makes the requests waited for a processor; null
 *     where there are many, or where it isn't known
 */
public record Window(
    double startSeconds,
    double seconds,
    long bytes,
    long bytesWritten,
    long operations,
    String latencies,
    @Nullable Double waitedSeconds) {
  public double bytesPerSecond() {
    return bytes / seconds;
  }

  public double operationsPerSecond() {
    return operations / seconds;
  }

  public double endSeconds() {
    return startSeconds + seconds;
  }
}
