package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Measurer;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.SampleLog;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Tunes one size class: preflight, sweep, choice, confirmation.
 *
 * <p>All that it does to a device goes through its {@link Evaluator}. For one tune, by one thread.
 */
public final class Tuner {
  private final SearchSpace space;
  private final TuneOptions options;
  private final TuneListener listener;
  private final Evaluator evaluator;

  /**
   * A tuner for one tune.
   *
   * @param journal takes each sample as it is taken, and stays open
   */
  public Tuner(
      Measurer measurer,
      SampleLog journal,
      SearchSpace space,
      TuneOptions options,
      TuneListener listener) {
    this.space = space;
    this.options = options;
    this.listener = listener;
    this.evaluator =
        new Evaluator(
            measurer,
            journal,
            options.budget(),
            options.sizeClass(),
            options.bytesPerSample(),
            options.seed(),
            listener);
  }

  /**
   * Tunes; once.
   *
   * @throws BudgetTooSmallException if not even one round fits in the budget
   * @throws IOException if the device can't be measured any more, or the journal not be written;
   *     what was measured before is in the journal
   */
  public Findings tune() throws IOException, BudgetTooSmallException {
    Preflight preflight = new Preflight(evaluator, space);
    preflight.run();
    SweepPlan plan = plan(preflight);
    listener.planned(plan);
    sweep(plan);
    List<Decision> decisions = choose(plan);
    Confirmation confirmation = new Confirmation(evaluator, space.baseline(), options.margin());
    confirmation.measure(decisions);
    return findings(plan, decisions, confirmation);
  }

  /** A device on which a plain copy is impossible isn't worth the rest of the budget. */
  private SweepPlan plan(Preflight preflight) throws BudgetTooSmallException {
    SweepPlanner planner = new SweepPlanner(evaluator, space);
    return preflight.hasValidSample()
        ? planner.plan(preflight.noise(), options.errors())
        : planner.nothing();
  }

  private void sweep(SweepPlan plan) throws IOException {
    if (plan.rounds() == 0) {
      return;
    }
    Reserve reserve = Confirmation.reserve(evaluator, space.baseline());
    options.strategy().create().search(plan.candidates(), new Sweep(evaluator, reserve));
  }

  private List<Decision> choose(SweepPlan plan) {
    double secondsPerRound = evaluator.expectedSeconds(plan.candidates());
    PlanChooser chooser = new PlanChooser(options.margin(), options.errors(), secondsPerRound);
    List<Decision> decisions =
        Arrays.stream(Clock.values())
            .map(clock -> chooser.choose(plan.candidates(), evaluator.samples(Phase.SWEEP), clock))
            .toList();
    decisions.forEach(listener::decided);
    return decisions;
  }

  private Findings findings(SweepPlan plan, List<Decision> decisions, Confirmation confirmation) {
    Map<Clock, Recommendation> recommendations = new EnumMap<>(Clock.class);
    decisions.forEach(it -> recommendations.put(it.clock(), confirmation.judge(it)));
    TwinCheck twin = new TwinCheck(evaluator.samples(Phase.SWEEP), options.errors());
    return new Findings(
        plan.candidates(),
        plan.notTried(),
        evaluator.samples(),
        twin.noise().orElse(plan.noise()),
        evaluator.bytesWritten(),
        List.of(),
        recommendations,
        List.of(),
        Verdict.overall(recommendations.values().stream().map(Recommendation::verdict).toList()),
        RunWarnings.of(evaluator.samples(), twin));
  }
}
