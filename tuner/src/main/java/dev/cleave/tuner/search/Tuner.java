package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Measurer;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.SampleLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Tunes one size class: preflight, sweep, nomination, confirmation, the whole process, gain.
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
    SweepPlan plan = preflight();
    Sweep sweep = sweep(plan);
    List<Nomination> nominations = nominate(plan);
    Confirmation confirmation =
        new Confirmation(evaluator, space.baseline(), options.margin(), options.errors());
    List<Decision> confirmed =
        confirmation.decide(nominations, Shares.behindTheProof(evaluator, space.baseline()));
    List<Decision> decisions =
        new ProcessCheck(evaluator, space.baseline())
            .check(confirmed, Shares.behindTheCheck(evaluator, space.baseline()));
    decisions.forEach(listener::decided);
    GainMeasurement gains = new GainMeasurement(evaluator, space.baseline(), options.margin());
    gains.measure(decisions);
    return findings(plan, sweep, decisions, gains);
  }

  /**
   * Only the first part of {@link #tune}: what it would do. Once, and instead of it.
   *
   * @throws BudgetTooSmallException as there
   * @throws IOException as there
   */
  public SweepPlan preflight() throws IOException, BudgetTooSmallException {
    Preflight preflight = new Preflight(evaluator, space);
    preflight.run();
    SweepPlan plan = plan(preflight);
    listener.planned(plan);
    return plan;
  }

  /** A device on which a plain copy is impossible isn't worth the rest of the budget. */
  private SweepPlan plan(Preflight preflight) throws BudgetTooSmallException {
    SweepPlanner planner = new SweepPlanner(evaluator, space);
    return preflight.hasValidSample()
        ? planner.plan(preflight.noise(), options.errors(), roundsOfAll())
        : planner.nothing();
  }

  private double roundsOfAll() {
    return options.strategy().create().roundsOfAll(options.fewestRounds());
  }

  private Sweep sweep(SweepPlan plan) throws IOException {
    Sweep sweep =
        new Sweep(
            evaluator,
            () -> Shares.behindTheSweep(evaluator, space.baseline()),
            options.margin(),
            options.errors());
    if (plan.rounds() > 0) {
      options.strategy().create().search(plan.candidates(), sweep);
    }
    return sweep;
  }

  private List<Nomination> nominate(SweepPlan plan) {
    return Arrays.stream(Clock.values())
        .map(
            clock ->
                Nomination.of(
                    plan.candidates(),
                    evaluator.samples(Phase.SWEEP),
                    clock,
                    options.margin(),
                    options.errors()))
        .toList();
  }

  private Findings findings(
      SweepPlan plan, Sweep sweep, List<Decision> decisions, GainMeasurement gains) {
    Map<Clock, Recommendation> recommendations = new EnumMap<>(Clock.class);
    List<KnobEffect> knobs = new ArrayList<>();
    for (Decision decision : decisions) {
      Recommendation recommendation = gains.recommendation(decision);
      recommendations.put(decision.clock(), recommendation);
      knobs.addAll(
          new KnobEffects(plan.candidates(), sweep.samples(), decision.clock(), options.margin())
              .around(recommendation.plan()));
    }
    TwinCheck twin = new TwinCheck(sweep.samples(), options.errors());
    return new Findings(
        plan.candidates(),
        plan.notTried(),
        evaluator.samples(),
        twin.noise().orElse(plan.noise()),
        evaluator.bytesWritten(),
        sweep.looks(),
        recommendations,
        knobs,
        Verdict.overall(recommendations.values().stream().map(Recommendation::verdict).toList()),
        RunWarnings.of(evaluator.samples(), twin));
  }
}
