package dev.cleave.bench.cli;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteRange;
import dev.cleave.engine.Cancellation;
import dev.cleave.engine.CopyEngine;
import dev.cleave.engine.CopyError;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.CopyListener;
import dev.cleave.engine.DataTrace;
import dev.cleave.engine.SourceTotals;
import dev.cleave.engine.options.CopyOptions;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a copy does, at next to no cost, for whoever looks: a terminal five times a second,
 * or SIGUSR1. How much there is to do is only found out once somebody has looked.
 */
final class CopyProgress implements CopyListener, AutoCloseable {
  private static final double NANOS = 1e9;
  private static final long INTERVAL_MILLIS = 200;

  private final List<CopyItem> items;
  private final CopyOptions options;
  private final StatusLine line;
  private final CopyListener next;
  private final long startNanos = System.nanoTime();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder verified = new LongAdder();
  private final AtomicLong entries = new AtomicLong();
  private final AtomicLong filesStarted = new AtomicLong();
  private final SourceTotals totals = new SourceTotals();
  private final Cancellation stop = new Cancellation();
  private volatile @Nullable RegionProgress regions;
  private boolean counting;

  /**
   * @param line shared with what {@code next} prints: cleared before
   * @param next hears everything as well
   */
  CopyProgress(List<CopyItem> items, CopyOptions options, StatusLine line, CopyListener next) {
    this.items = items;
    this.options = options;
    this.line = line;
    this.next = next;
  }

  /** Shows it on the terminal until it is closed, in a thread of its own. */
  void show() {
    Thread thread = new Thread(this::showAgainAndAgain, "cleave-progress");
    thread.setDaemon(true);
    thread.start();
  }

  private void showAgainAndAgain() {
    try {
      while (true) {
        Thread.sleep(INTERVAL_MILLIS); // most copies are done by then
        String text = text();
        synchronized (line) {
          if (stop.isCancelled()) {
            return;
          }
          line.show(text);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says once how far the copy is. */
  void tell(Consumer<String> reader) {
    String text = text();
    synchronized (line) {
      line.clear();
      reader.accept(text);
    }
  }

  private String text() {
    count();
    RegionProgress single = filesStarted.get() == 1 ? regions : null;
    return new ProgressState(
            (System.nanoTime() - startNanos) / NANOS,
            entries.get(),
            bytes.sum(),
            verified.sum(),
            options.data().verify(),
            totals,
            single == null ? "" : single.text())
        .text();
  }

  private synchronized void count() {
    if (!counting) {
      counting = true;
      Thread thread =
          new Thread(() -> CopyEngine.count(items, options, totals, stop), "cleave-count");
      thread.setDaemon(true);
      thread.start();
    }
  }

  @Override
  public boolean wantsOrder() {
    return next.wantsOrder();
  }

  @Override
  public void fileStarted(CopyItem file, long size, List<ByteRange> parts) {
    boolean first = filesStarted.incrementAndGet() == 1;
    if (first && parts.size() > 1) {
      regions = new RegionProgress(parts);
    }
    next.fileStarted(file, size, parts);
  }

  @Override
  public void parentMade(CopyItem parent) {
    next.parentMade(parent);
  }

  @Override
  public void attempted(CopyItem item) {
    next.attempted(item);
  }

  @Override
  public void finishedWithBackup(CopyItem item, BytePath backup) {
    next.finishedWithBackup(item, backup);
  }

  @Override
  public void traced(CopyItem item, DataTrace trace) {
    next.traced(item, trace);
  }

  @Override
  public void removed(BytePath target) {
    next.removed(target);
  }

  @Override
  public void advanced(ByteRange region, long count) {
    bytes.add(count);
    RegionProgress single = regions;
    if (single != null) {
      single.advanced(region, count);
    }
    next.advanced(region, count);
  }

  @Override
  public void verified(long count) {
    verified.add(count);
    next.verified(count);
  }

  @Override
  public void finished(CopyItem item) {
    entries.incrementAndGet();
    synchronized (line) {
      if (next.wantsOrder()) { // and names it, perhaps on the same terminal
        line.clear();
      }
      next.finished(item);
    }
  }

  @Override
  public void kept(CopyItem item) {
    entries.incrementAndGet();
    next.kept(item);
  }

  @Override
  public void warned(String message) {
    synchronized (line) {
      line.clear();
      next.warned(message);
    }
  }

  @Override
  public void failed(CopyError error) {
    entries.incrementAndGet();
    synchronized (line) {
      line.clear();
      next.failed(error);
    }
  }

  @Override
  public void close() {
    synchronized (line) {
      stop.cancel(new CancellationException("the copy is done"));
      line.clear();
    }
  }
}
