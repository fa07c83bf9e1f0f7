package dev.cleave.engine.tree;

import dev.cleave.engine.PlanUse;
import dev.cleave.engine.backend.BackendKind;
import java.util.List;

/**
 * What moving the data of one file came to.
 *
 * @param bytes moved, without holes
 * @param uses each plan that ran, once; last the one that the end of the file went by
 */
record DataMoved(long bytes, List<PlanUse> uses) {
  DataMoved {
    uses = List.copyOf(uses);
  }

  boolean wentBy(BackendKind backend) {
    for (PlanUse use : uses) {
      if (use.used().backend() == backend) {
        return true;
      }
    }
    return false;
  }
}
