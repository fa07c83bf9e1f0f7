package dev.cleave.tuner.measure;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import java.util.List;

/** Samples for tests that care for little of them. */
public final class SampleFixture {
  private SampleFixture() {}

  /** A valid sweep sample of the sequential plan, durable a tenth later than the command clock. */
  public static Sample sample(int round, int position, String candidate, double seconds) {
    return sample(round, position, candidate, seconds, List.of());
  }

  public static Sample sample(
      int round, int position, String candidate, double seconds, List<String> invalid) {
    return sample(Phase.SWEEP, round, position, candidate, seconds, invalid);
  }

  /** The same of another phase. */
  public static Sample sample(
      Phase phase,
      int round,
      int position,
      String candidate,
      double seconds,
      List<String> invalid) {
    return new Sample(
        round,
        position,
        phase,
        candidate,
        SizeClass.LARGE,
        CopyPlan.SEQUENTIAL,
        CopyPlan.SEQUENTIAL,
        256 * ByteSize.MIB,
        seconds,
        seconds * 1.1,
        new Evidence(CacheState.COLD, 0L, 256 * ByteSize.MIB, 0.1, true),
        List.of(),
        invalid);
  }
}
