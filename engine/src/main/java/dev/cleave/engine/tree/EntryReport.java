package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.CopyError;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.CopyListener;
import dev.cleave.engine.DataTrace;
import dev.cleave.engine.Intent;
import dev.cleave.engine.PlanUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What there is to say of one entry. One thread at a time writes into it. */
final class EntryReport {
  private @Nullable CopyItem item;
  private boolean finished;
  private @Nullable Intent intent;
  private @Nullable DataTrace trace;
  private long bytes;
  private boolean stands;
  private @Nullable CopyItem kept;
  private long resumedBytes;
  private @Nullable BytePath backup;
  private @Nullable BytePath removed;
  private boolean removedFirst;
  private final List<PlanUse> plans = new ArrayList<>(1);
  private final List<String> warnings = new ArrayList<>(0);
  private final List<CopyError> errors = new ArrayList<>(0);

  /** The entry is to be copied: nothing speaks against it so far. */
  void attempted(CopyItem attempt) {
    item = attempt;
  }

  /** What was in the way could not be taken out of it: cp would not have begun. */
  void notAttempted() {
    item = null;
  }

  /** What is attempted. */
  CopyItem item() {
    return Objects.requireNonNull(item);
  }

  /** What was attempted has its final name. */
  void copied(long dataBytes) {
    finished = true;
    bytes = dataBytes;
  }

  /** The same of what is made without data, and nothing was said of before. */
  void made(CopyItem name) {
    attempted(name);
    copied(0);
  }

  /** What has the name already stands for a copy. */
  void stands() {
    stands = true;
  }

  /** An earlier copy has finished the entry. */
  void kept(CopyItem item, long sizeBytes) {
    stands = true;
    kept = item;
    resumedBytes = sizeBytes;
  }

  /** So much data was there from an earlier copy that was stopped in the middle of the file. */
  void wentOnAfter(long bytesThere) {
    resumedBytes = bytesThere;
  }

  /** What a copy that changes nothing would do. */
  void intends(Intent value) {
    intent = value;
  }

  /** What had the name before has that one now. */
  void backedUp(BytePath name) {
    backup = name;
  }

  /**
   * What had the name before is gone.
   *
   * @param first whether cp would have removed it before the copy was said to be made
   */
  void removed(BytePath name, boolean first) {
    removed = name;
    removedFirst = first;
  }

  void used(PlanUse use) {
    plans.add(use);
  }

  void traced(DataTrace value) {
    trace = value;
  }

  void warn(String warning) {
    warnings.add(warning);
  }

  void failed(CopyFailure failure) {
    errors.add(failure.toError());
  }

  long bytes() {
    return bytes;
  }

  boolean isKept() {
    return kept != null;
  }

  long resumedBytes() {
    return resumedBytes;
  }

  boolean isFinished() {
    return finished;
  }

  /** Whether the name is that of a copy by now, to which others can be linked. */
  boolean hasCopy() {
    return isFinished() || stands;
  }

  /** Says what was done, as cp -v would. */
  void tell(CopyListener listener) {
    if (removed != null && removedFirst) {
      listener.removed(removed);
    }
    if (finished && backup != null) {
      listener.finishedWithBackup(item(), backup);
    } else if (finished) {
      listener.finished(item());
    } else if (item != null) {
      listener.attempted(item);
    }
    if (kept != null) {
      listener.kept(kept);
    }
    if (finished && trace != null) {
      listener.traced(item(), trace);
    }
    if (removed != null && !removedFirst) {
      listener.removed(removed);
    }
    if (intent != null) {
      listener.intended(intent);
    }
    warnings.forEach(listener::warned);
    errors.forEach(listener::failed);
  }

  List<PlanUse> plans() {
    return plans;
  }

  List<String> warnings() {
    return warnings;
  }

  List<CopyError> errors() {
    return errors;
  }
}
