package dev.cleave.tuner.qualify;

/**
 * What was done in a part of a workload's time. It ends with the first operation behind its time,
 * so that its rate has no rounding by whole operations.
 *
 * @param startSeconds since the workload began
 * @param bytes read and written
 * @param bytesWritten of them
 * @param latencies of its operations: an HdrHistogram of nanoseconds, compressed, in Base64; empty
 *     where there are none
 */
public record Window(
    double startSeconds,
    double seconds,
    long bytes,
    long bytesWritten,
    long operations,
    String latencies) {
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
