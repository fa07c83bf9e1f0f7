package dev.cleave.engine.tree;

import dev.cleave.engine.CopyError;
import dev.cleave.engine.CopyListener;
import dev.cleave.engine.CopyOutcome;
import dev.cleave.engine.PlanUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What all entries came to. Workers finish them in any order; a listener that cares hears of them
 * in the order of the walk, and any listener of one at a time.
 */
final class Results {
  /** How far the walk may run ahead of an entry that takes its time, so that memory is bounded. */
  private static final int MOST_WAITING = 20_000;

  private final CopyListener listener;
  private final boolean inOrder;
  private final Map<Long, EntryReport> waiting = new HashMap<>();
  private final Set<PlanUse> plans = new LinkedHashSet<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<CopyError> errors = new ArrayList<>();
  private long next;
  private long files;
  private long bytes;
  private long failures;
  private long resumedFiles;
  private long resumedBytes;

  Results(CopyListener listener) {
    this.listener = listener;
    this.inOrder = listener.wantsOrder();
  }

  /** The entry of that sequence number is done, for good or ill. */
  synchronized void complete(long sequence, EntryReport report) {
    if (inOrder) {
      waiting.put(sequence, report);
      tellThoseDue();
    } else {
      tell(report);
    }
  }

  /** The entry of that sequence number is none of those to be copied. */
  void skip(long sequence) {
    complete(sequence, new EntryReport());
  }

  private void tellThoseDue() {
    for (EntryReport due = waiting.remove(next); due != null; due = waiting.remove(next)) {
      tell(due);
      next++;
    }
    notifyAll();
  }

  /** Something that is out of the order: of a directory after its entries, say. */
  synchronized void add(EntryReport report) {
    tell(report);
  }

  /** Waits until few enough reports wait for an earlier one. */
  synchronized void awaitRoom() {
    Monitors.awaitWhile(this, () -> waiting.size() > MOST_WAITING);
  }

  /** A failure that is out of the order, or belongs to no entry. */
  void failed(CopyFailure failure) {
    EntryReport report = new EntryReport();
    report.failed(failure);
    add(report);
  }

  /** A warning that belongs to no entry. */
  void warned(String warning) {
    EntryReport report = new EntryReport();
    report.warn(warning);
    add(report);
  }

  private void tell(EntryReport report) {
    if (report.isFinished()) {
      files++;
      bytes += report.bytes();
    }
    resumedFiles += report.isKept() ? 1 : 0;
    resumedBytes += report.errors().isEmpty() ? report.resumedBytes() : 0;
    plans.addAll(report.plans());
    failures += report.errors().isEmpty() ? 0 : 1;
    keep(report.warnings(), warnings);
    keep(report.errors(), errors);
    report.tell(listener);
  }

  private static <T> void keep(List<T> news, List<T> kept) {
    int room = CopyOutcome.MOST_KEPT - kept.size();
    kept.addAll(news.subList(0, Math.min(room, news.size())));
  }

  /** The sum of it, once no entry is being copied any more. */
  CopyOutcome outcome(long elapsedNanos, boolean durable) {
    return new CopyOutcome(
        files,
        bytes,
        elapsedNanos,
        durable ? elapsedNanos : null,
        failures,
        resumedFiles,
        resumedBytes,
        List.copyOf(plans),
        errors,
        warnings);
  }
}
