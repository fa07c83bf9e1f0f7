package dev.cleave.engine.io;

/**
 * Says which requests a queue makes, and hears of their ends. Never called by two threads at once.
 */
public interface RequestSource {
  /**
   * Tells the request what to do.
   *
   * @return false if there is nothing more to do; the queue then waits for those in flight
   */
  boolean next(BlockRequest request);

  /**
   * The request has done all its bytes. What it took is without coordinated omission: it counts
   * from when the request was due, not from when the device had time for it.
   *
   * @param startNanos when it was handed over, or was to be, of {@link System#nanoTime}
   * @param endNanos when it was done
   */
  void done(BlockRequest request, long startNanos, long endNanos);
}
