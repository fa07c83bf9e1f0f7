package dev.cleave.engine.tree;

import dev.cleave.engine.CopyPlans;
import dev.cleave.engine.CopyRequest;

/** The plans of one pair of devices, and the turns of the files that go by them. */
final class DevicePlans {
  private final CopyPlans plans;
  private final FileTurns turns;

  DevicePlans(CopyRequest request) {
    this.plans = request.plans();
    this.turns = new FileTurns(request);
  }

  CopyPlans plans() {
    return plans;
  }

  FileTurns turns() {
    return turns;
  }
}
