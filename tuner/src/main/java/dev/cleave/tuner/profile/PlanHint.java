package dev.cleave.tuner.profile;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.MemoryBudget;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.engine.options.DataOptions;
import dev.cleave.tuner.measure.Clock;

/**
 * What a copy with {@code --adapt} ended with, for a pair of devices: the plan that the next such
 * copy tries first. Never more than that: it rests on slices of one copy.
 *
 * @param source the identity of the source's storage stack
 * @param destination the identity of the destination's
 * @param clock which one the copy cared for
 * @param ratio the plan's throughput to that of the plan it began with, as it looked
 * @param epochSecond when the copy was
 */
public record PlanHint(
    String source, String destination, Clock clock, CopyPlan plan, double ratio, long epochSecond) {
  public PlanHint {
    if (source.isBlank() || destination.isBlank()) {
      throw new IllegalArgumentException("a hint names both devices");
    }
    if (MemoryBudget.bytes(plan) > DataOptions.DEFAULT_MEMORY_LIMIT_BYTES) {
      throw new IllegalArgumentException("the plan takes too much memory: " + plan);
    }
    if (!(ratio > 0) || Double.isInfinite(ratio)) {
      throw new IllegalArgumentException("no ratio: " + ratio);
    }
  }

  boolean isFor(String otherSource, String otherDestination, Clock otherClock) {
    return source.equals(otherSource)
        && destination.equals(otherDestination)
        && clock.equals(otherClock);
  }

  String toLine() {
    return new IndexLine.Writer()
        .add(source)
        .add(destination)
        .add(clock)
        .add(plan.backend())
        .add(plan.splitDepth())
        .add(plan.chunkBytes())
        .add(plan.queueDepth())
        .add(ratio)
        .add(epochSecond)
        .toString();
  }

  /**
   * @throws IllegalArgumentException if it is no hint, or its plan is out of range
   */
  static PlanHint parse(String text) {
    IndexLine line = new IndexLine(text);
    return new PlanHint(
        line.next(),
        line.next(),
        line.next(Clock.values()),
        CopyPlan.SEQUENTIAL
            .withBackend(line.next(BackendKind.values()))
            .withSplitDepth(line.nextInt())
            .withChunkBytes(line.nextNumber())
            .withQueueDepth(line.nextInt()),
        Double.parseDouble(line.next()),
        line.nextNumber());
  }
}
