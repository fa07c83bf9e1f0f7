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
import org.jspecify.annotations.Nullable;

/** What there is to say of one entry. One thread at a time writes into it. */
final class EntryReport {
  private @Nullable CopyItem attempted;
  private @Nullable CopyItem finished;
  private @Nullable Intent intent;
  private @Nullable DataTrace trace;
  private long bytes;
  private @Nullable BytePath backup;
  private @Nullable BytePath removed;
  private boolean removedFirst;
  private final List<PlanUse> plans = new ArrayList<>(1);
  private final List<String> warnings = new ArrayList<>(0);
  private final List<CopyError> errors = new ArrayList<>(0);

  /** The entry is to be copied: nothing speaks against it so far. */
  void attempted(CopyItem item) {
    attempted = item;
  }

  /** What was in the way could not be taken out of it: cp would not have begun. */
  void notAttempted() {
    attempted = null;
  }

  /** The entry has its final name. */
  void copied(CopyItem item, long dataBytes) {
    finished = item;
    bytes = dataBytes;
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

  void failed(CopyError error) {
    errors.add(error);
  }

  long bytes() {
    return bytes;
  }

  boolean isFinished() {
    return finished != null;
  }

  /** Says what was done, as cp -v would. */
  void tell(CopyListener listener) {
    if (removed != null && removedFirst) {
      listener.removed(removed);
    }
    if (finished != null && backup != null) {
      listener.finishedWithBackup(finished, backup);
    } else if (finished != null) {
      listener.finished(finished);
    } else if (attempted != null) {
      listener.attempted(attempted);
    }
    if (finished != null && trace != null) {
      listener.traced(finished, trace);
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
