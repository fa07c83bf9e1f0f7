package dev.cleave.engine;

import java.util.concurrent.atomic.LongAdder;

/** How much a copy has before it, as far as it has been found. One thread adds, any may look. */
public final class SourceTotals {
  private final LongAdder entries = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private volatile boolean lacksSome;
  private volatile boolean ended;

  public SourceTotals() {}

  /** One more entry, with so many bytes, holes among them. */
  public void found(long size) {
    entries.increment();
    bytes.add(size);
  }

  /** There is something that is not counted. */
  public void leaveOut() {
    lacksSome = true;
  }

  /** There is no more to be found. */
  public void end() {
    ended = true;
  }

  public long entries() {
    return entries.sum();
  }

  public long bytes() {
    return bytes.sum();
  }

  /** Whether that is all; else it is the least. */
  public boolean isComplete() {
    return ended && !lacksSome;
  }
}
