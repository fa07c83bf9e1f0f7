package dev.cleave.engine.tree;

import dev.cleave.engine.CopyError;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.PlanUse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What there is to say of one entry. One thread at a time writes into it. */
final class EntryReport {
  private @Nullable CopyItem finished;
  private long bytes;
  private final List<PlanUse> plans = new ArrayList<>(1);
  private final List<String> warnings = new ArrayList<>(0);
  private final List<CopyError> errors = new ArrayList<>(0);

  /** The entry has its final name. */
  void copied(CopyItem item, long dataBytes) {
    finished = item;
    bytes = dataBytes;
  }

  void used(PlanUse use) {
    plans.add(use);
  }

  void warn(String warning) {
    warnings.add(warning);
  }

  void failed(CopyError error) {
    errors.add(error);
  }

  @Nullable CopyItem finished() {
    return finished;
  }

  long bytes() {
    return bytes;
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
