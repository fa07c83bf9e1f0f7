package dev.cleave.reports.compare;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.stats.Interval;

/**
 * One plan in two runs.
 *
 * @param run the number of the run that is compared, from 1 on; the first one is 0
 * @param name of the candidate in the first run
 * @param plan the one that really ran
 * @param decides whether the whole verdict rests on it: the plan is the first run's default or what
 *     it recommends
 * @param before in the first run
 * @param after in the other one
 * @param ratio throughput after over before
 */
public record PlanComparison(
    int run,
    SizeClass sizeClass,
    CacheState cacheState,
    Clock clock,
    String name,
    CopyPlan plan,
    boolean decides,
    Rate before,
    Rate after,
    Interval ratio,
    ComparisonVerdict verdict) {
  /**
   * A throughput.
   *
   * @param bytesPerSecond the trimmed geometric mean of the rounds
   * @param rounds those with a valid sample; copies of one round are one observation
   */
  public record Rate(double bytesPerSecond, int rounds) {}
}
