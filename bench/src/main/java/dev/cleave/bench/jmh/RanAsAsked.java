package dev.cleave.bench.jmh;

import dev.cleave.engine.CopyOutcome;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.PlanUse;

/** No benchmark may measure another plan than it says. */
final class RanAsAsked {
  private RanAsAsked() {}

  /** The outcome of a copy that is complete and went by the plan. */
  static CopyOutcome require(CopyOutcome outcome, CopyPlan plan) {
    if (!outcome.isComplete()) {
      throw new IllegalStateException(outcome.errors().getFirst().message());
    }
    for (PlanUse use : outcome.plans()) {
      if (!use.used().backend().equals(plan.backend())) {
        throw new IllegalStateException(use.used() + " ran instead of " + plan + ": " + use.why());
      }
    }
    return outcome;
  }
}
