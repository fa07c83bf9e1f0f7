package dev.cleave.bench.cli;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.SourceTotals;
import java.util.Locale;

/**
 * How far a copy is, and the one line that says so.
 *
 * @param entries copied, or failed
 * @param bytes copied, holes among them
 * @param verified bytes that were read back
 * @param verifies whether all of them will be
 * @param totals as far as they are known
 * @param regions how far each of a single split file is; empty otherwise
 */
record ProgressState(
    double seconds,
    long entries,
    long bytes,
    long verified,
    boolean verifies,
    SourceTotals totals,
    String regions) {
  private static final int FEW_ENTRIES = 100;

  String text() {
    double perSecond = seconds > 0 ? 1 / seconds : 0;
    return String.format(
        Locale.ROOT,
        "%s  %s  %s/s  %.0f files/s%s%s%s",
        of(Long.toString(entries), Long.toString(totals.entries())) + " files",
        of(ByteSize.format(bytes), ByteSize.format(totals.bytes())),
        ByteSize.format((long) (bytes * perSecond)),
        entries * perSecond,
        verified == 0 ? "" : "  verifying " + ByteSize.format(verified),
        timeLeft(),
        regions);
  }

  /** The total grows while it is being counted, and may lack some; then it says little. */
  private String of(String done, String total) {
    if (totals.entries() == 0) {
      return done;
    }
    return done + (totals.isComplete() ? " of " : " of at least ") + total;
  }

  private String timeLeft() {
    double share = share();
    return totals.isComplete() && share > 0
        ? String.format(Locale.ROOT, "  %.0f s left", seconds * (1 - share) / share)
        : "";
  }

  /** Of bytes or of entries, whichever lags: a tree may end in one large file, or in many small. */
  private double share() {
    double bytesDone = verifies ? (bytes + verified) / 2.0 : (double) bytes;
    double ofBytes = share(bytesDone, totals.bytes());
    // of a few entries those that are being copied are a good part, and only bytes tell
    boolean few = totals.entries() < FEW_ENTRIES;
    return Math.min(
        1, few ? ofBytes : Math.min(ofBytes, share((double) entries, totals.entries())));
  }

  private static double share(double done, long total) {
    return total == 0 ? 1 : done / total;
  }
}
