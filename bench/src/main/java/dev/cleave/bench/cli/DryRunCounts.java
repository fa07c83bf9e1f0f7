package dev.cleave.bench.cli;

import dev.cleave.engine.Intent;
import java.util.ArrayList;
import java.util.List;

/** What would become of existing targets, counted. Used by one thread at a time. */
final class DryRunCounts {
  private long replaced;
  private long removed;
  private long backedUp;
  private long skipped;

  void add(Intent intent) {
    switch (intent.old()) {
      case NONE -> {}
      case REPLACED -> replaced++;
      case REMOVED -> removed++;
      case BACKED_UP -> backedUp++;
      case LEFT -> skipped++;
    }
  }

  long replaced() {
    return replaced;
  }

  long removed() {
    return removed;
  }

  long backedUp() {
    return backedUp;
  }

  long skipped() {
    return skipped;
  }

  /** Those that aren't zero, in brackets; empty if all are. */
  String text() {
    List<String> parts = new ArrayList<>();
    add(parts, replaced, "replaced");
    add(parts, removed, "removed");
    add(parts, backedUp, "backed up");
    add(parts, skipped, "skipped");
    return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
  }

  private static void add(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }
}
