package dev.cleave.engine.tree;

import dev.cleave.engine.PlanUse;
import dev.cleave.engine.backend.BackendKind;

/** Where the backend of a plan could not go on. Tasks add to it, several at once. */
final class Fallbacks {
  private long firstOffset = Long.MAX_VALUE;
  private String reason = "";

  /** The fallback nearest to the file's start is the one that is reported. */
  synchronized void add(long offset, String why) {
    if (offset < firstOffset) {
      firstOffset = offset;
      reason = why;
    }
  }

  /** What ran, if the chosen plan did not run all through. */
  synchronized PlanUse applyTo(PlanUse chosen) {
    if (reason.isEmpty()) {
      return chosen;
    }
    String said = reason + " at offset " + firstOffset + ", went on by " + BackendKind.NIO;
    return new PlanUse(
        chosen.sizeClass(),
        chosen.asked(),
        chosen.used().withBackend(BackendKind.NIO).withQueueDepth(1),
        chosen.why().isEmpty() ? said : chosen.why() + "; " + said);
  }
}
