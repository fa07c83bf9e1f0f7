package dev.cleave.tuner.profile;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.MemoryBudget;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each plan lost in each of several runs, for one size class and clock.
 *
 * @param rows of the plans that all these runs have measured, the smallest worst regret first; of
 *     equal ones the cheaper one
 */
public record RegretTable(SizeClass sizeClass, Clock clock, List<Row> rows) {
  private static final Comparator<Row> LEAST_REGRET_FIRST =
      Comparator.comparingDouble((Row row) -> row.regret().worst())
          .thenComparingInt(row -> row.plan().tasks())
          .thenComparingLong(row -> MemoryBudget.bytes(row.plan()));

  /**
   * One plan.
   *
   * @param gains throughput over that of the run's default plan, by the run's id
   * @param samples of this plan in all runs
   */
  public record Row(CopyPlan plan, WorstRegret regret, Map<String, Double> gains, int samples) {}

  public RegretTable {
    rows = List.copyOf(rows);
  }

  /**
   * @param runs what each run measured, by its id
   */
  static RegretTable of(SizeClass sizeClass, Clock clock, Map<String, PlanGains> runs) {
    List<Row> rows = new ArrayList<>();
    PlanGains first = runs.values().iterator().next();
    for (CopyPlan plan : first.plans()) {
      if (runs.values().stream().allMatch(gains -> gains.plans().contains(plan))) {
        rows.add(row(plan, runs));
      }
    }
    rows.sort(LEAST_REGRET_FIRST);
    return new RegretTable(sizeClass, clock, rows);
  }

  private static Row row(CopyPlan plan, Map<String, PlanGains> runs) {
    Map<String, Double> regrets = new LinkedHashMap<>();
    Map<String, Double> gains = new LinkedHashMap<>();
    int samples = 0;
    for (Map.Entry<String, PlanGains> run : runs.entrySet()) {
      PlanGains measured = run.getValue();
      regrets.put(run.getKey(), 1 - measured.gain(plan) / measured.best());
      gains.put(run.getKey(), measured.gain(plan));
      samples += measured.samples(plan);
    }
    return new Row(plan, WorstRegret.of(regrets), gains, samples);
  }
}
