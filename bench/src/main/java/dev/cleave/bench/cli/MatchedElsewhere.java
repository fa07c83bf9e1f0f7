package dev.cleave.bench.cli;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.CopyPlans;
import dev.cleave.engine.PlansElsewhere;
import dev.cleave.tuner.measure.Clock;

/**
 * The plans of the profile that fits the devices that a tree crosses to.
 *
 * @param explains whether people want to read why
 */
record MatchedElsewhere(Clock clock, Console console, PlanOptions options, boolean explains)
    implements PlansElsewhere {
  @Override
  public CopyPlans between(BytePath source, BytePath target) {
    PlanChoice choice =
        PlanChoice.matching(
            CopyCommand.nioPath(source), CopyCommand.nioPath(target), clock, console, options);
    if (explains) {
      console.say("other devices from " + source.quoted() + " on:");
      choice.explanation().forEach(console::say);
    }
    return choice.plans();
  }
}
