package dev.cleave.bench.cli;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteRange;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyError;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.CopyListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Shows on a terminal how a copy goes on: bytes, rate, time left, and for a split file how far each
 * region is.
 */
final class CopyProgress implements CopyListener {
  private static final double NANOS = 1e9;
  private static final int MOST_REGIONS = 8;

  private final CopyListener next;
  private final StatusLine line;
  private final long startNanos = System.nanoTime();
  private final Map<Long, long[]> regions = new LinkedHashMap<>();
  private long fileBytes;
  private long fileDone;
  private long fileStartNanos = startNanos;
  private long totalDone;
  private String name = "";

  /**
   * @param next hears everything as well
   */
  CopyProgress(StatusLine line, CopyListener next) {
    this.line = line;
    this.next = next;
  }

  @Override
  public synchronized void fileStarted(CopyItem file, long bytes, List<ByteRange> parts) {
    name = file.source().fileName().quoted();
    fileBytes = bytes;
    fileDone = 0;
    fileStartNanos = System.nanoTime();
    regions.clear();
    for (ByteRange part : parts) {
      regions.put(part.offset(), new long[] {0, part.length()});
    }
    next.fileStarted(file, bytes, parts);
  }

  @Override
  public synchronized void advanced(ByteRange region, long bytes) {
    totalDone += bytes;
    fileDone += bytes;
    long[] progress = regions.get(region.offset());
    if (progress != null) {
      progress[0] += bytes;
    }
    if (line.isDue()) {
      line.show(text());
    }
    next.advanced(region, bytes);
  }

  private String text() {
    long now = System.nanoTime();
    double rate = totalDone / ((now - startNanos) / NANOS);
    double fileRate = fileDone / Math.max((now - fileStartNanos) / NANOS, 1e-9);
    double secondsLeft = fileRate == 0 ? 0 : (fileBytes - fileDone) / fileRate;
    return String.format(
        Locale.ROOT,
        "%s  %s of %s  %s/s  %.0f s left%s",
        name,
        ByteSize.format(fileDone),
        ByteSize.format(fileBytes),
        ByteSize.format((long) rate),
        secondsLeft,
        regionsText());
  }

  private String regionsText() {
    if (regions.size() < 2 || regions.size() > MOST_REGIONS) {
      return regions.size() < 2 ? "" : "  (" + regions.size() + " regions)";
    }
    StringBuilder text = new StringBuilder("  regions");
    for (long[] region : regions.values()) {
      text.append(' ').append(100 * region[0] / Math.max(region[1], 1)).append('%');
    }
    return text.toString();
  }

  @Override
  public synchronized void finished(CopyItem item) {
    line.clear();
    next.finished(item);
  }

  @Override
  public synchronized void finishedWithBackup(CopyItem item, BytePath backup) {
    line.clear();
    next.finishedWithBackup(item, backup);
  }

  @Override
  public synchronized void removed(BytePath target) {
    line.clear();
    next.removed(target);
  }

  @Override
  public synchronized void warned(String message) {
    line.clear();
    next.warned(message);
  }

  @Override
  public synchronized void failed(CopyError error) {
    line.clear();
    next.failed(error);
  }
}
