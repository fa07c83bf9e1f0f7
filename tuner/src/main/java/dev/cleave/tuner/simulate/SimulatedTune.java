package dev.cleave.tuner.simulate;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.SampleLog;
import dev.cleave.tuner.search.Budget;
import dev.cleave.tuner.search.BudgetTooSmallException;
import dev.cleave.tuner.search.ErrorBudget;
import dev.cleave.tuner.search.Findings;
import dev.cleave.tuner.search.Recommendation;
import dev.cleave.tuner.search.SearchHint;
import dev.cleave.tuner.search.SearchLimits;
import dev.cleave.tuner.search.SearchSpace;
import dev.cleave.tuner.search.StrategyKind;
import dev.cleave.tuner.search.TuneListener;
import dev.cleave.tuner.search.TuneOptions;
import dev.cleave.tuner.search.Tuner;
import dev.cleave.tuner.search.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * One tune of one device whose truth is known, everything drawn from a seed.
 *
 * @param samples how many samples it may take, budgets aside; {@link #UNLIMITED} if as many as the
 *     time allows
 */
record SimulatedTune(
    StrategyKind strategy, double budgetSeconds, long samples, int fewestRounds, long seed) {
  static final long UNLIMITED = Long.MAX_VALUE;

  private static final long FILE_BYTES = 256 * ByteSize.MIB;
  private static final double MARGIN = 0.03;
  private static final Set<BackendKind> BACKENDS =
      EnumSet.of(BackendKind.NIO, BackendKind.KERNEL, BackendKind.DIRECT);

  /** The space of every tune of a drawn device. */
  static SearchSpace space() {
    return SearchSpace.of(
        SizeClass.LARGE,
        CopyPlan.SEQUENTIAL,
        BACKENDS,
        SearchHint.UNKNOWN,
        new SearchLimits(256 * ByteSize.MIB, 2, FILE_BYTES));
  }

  /** The outcome under each clock of a tune of a device that is drawn first. */
  List<TuneOutcome> of(SurfaceKind surface, double noise) {
    Random random = new Random(seed);
    VirtualClock clock = new VirtualClock();
    return outcomes(
        new SimulatedDevice(
            surface.draw(random),
            Disturbance.draw(noise, random),
            Pace.draw(random),
            clock,
            random,
            FILE_BYTES),
        space(),
        clock);
  }

  /** The outcome under each clock of a tune of a recorded device. */
  List<TuneOutcome> of(Replay replay) {
    VirtualClock clock = new VirtualClock();
    return outcomes(replay.device(clock, new Random(seed)), replay.space(), clock);
  }

  private List<TuneOutcome> outcomes(KnownDevice device, SearchSpace space, VirtualClock clock) {
    try {
      Findings findings =
          new Tuner(device, SampleLog.NONE, space, options(clock), TuneListener.SILENT).tune();
      return outcomes(findings, space, device);
    } catch (IOException | BudgetTooSmallException e) {
      throw new IllegalStateException("a simulated tune can't fail: " + this, e);
    }
  }

  private TuneOptions options(VirtualClock clock) {
    long bytes = samples == UNLIMITED ? Budget.UNLIMITED_BYTES : samples * FILE_BYTES;
    return new TuneOptions(
        SizeClass.LARGE,
        FILE_BYTES,
        new Budget(clock, clock.getAsLong(), budgetSeconds, bytes),
        MARGIN,
        ErrorBudget.ONE_CLASS,
        seed,
        strategy,
        fewestRounds);
  }

  private static List<TuneOutcome> outcomes(
      Findings findings, SearchSpace space, KnownDevice device) {
    List<TuneOutcome> outcomes = new ArrayList<>();
    for (Clock until : Clock.values()) {
      Recommendation found = findings.recommendation(until);
      double chosen = device.seconds(found.plan(), until);
      double best =
          space.candidates().stream()
              .map(Candidate::plan)
              .mapToDouble(plan -> device.seconds(plan, until))
              .min()
              .orElseThrow();
      double trueGain = device.seconds(space.baseline().plan(), until) / chosen;
      boolean twinDiffers =
          findings.warnings().stream()
              .anyMatch(it -> it.startsWith("the default and its twin differ under the " + until));
      outcomes.add(
          new TuneOutcome(
              found.verdict() == Verdict.TUNED,
              1 - best / chosen,
              trueGain,
              found.gain(),
              twinDiffers,
              findings.samples().size()));
    }
    return outcomes;
  }
}
