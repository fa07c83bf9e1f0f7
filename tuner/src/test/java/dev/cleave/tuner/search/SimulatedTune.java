package dev.cleave.tuner.search;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.tuner.measure.Measurer;
import dev.cleave.tuner.measure.SampleLog;
import dev.cleave.tuner.measure.SimulatedMeasurer;
import dev.cleave.tuner.simulate.VirtualClock;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A tune of a simulated device, with what the tests vary. */
record SimulatedTune(
    CopyPlan baseline,
    ToDoubleFunction<CopyPlan> secondsOfPlan,
    double noise,
    double driftPerRound,
    double budgetSeconds,
    long writeBudgetBytes,
    long seed,
    StrategyKind strategy) {
  static final long FILE_BYTES = 256 * ByteSize.MIB;
  static final long BYTES_PER_SAMPLE = 2 * FILE_BYTES;
  static final SearchLimits LIMITS = new SearchLimits(256 * ByteSize.MIB, 2, FILE_BYTES);

  /** A sequential default, 3 % noise, no drift, three minutes. */
  static SimulatedTune of(ToDoubleFunction<CopyPlan> secondsOfPlan, long seed) {
    return new SimulatedTune(
        CopyPlan.SEQUENTIAL,
        secondsOfPlan,
        0.03,
        0,
        180,
        Budget.UNLIMITED_BYTES,
        seed,
        StrategyKind.GRID);
  }

  SimulatedTune withBaseline(CopyPlan value) {
    return new SimulatedTune(
        value,
        secondsOfPlan,
        noise,
        driftPerRound,
        budgetSeconds,
        writeBudgetBytes,
        seed,
        strategy);
  }

  SimulatedTune withNoise(double value) {
    return new SimulatedTune(
        baseline,
        secondsOfPlan,
        value,
        driftPerRound,
        budgetSeconds,
        writeBudgetBytes,
        seed,
        strategy);
  }

  SimulatedTune withDriftPerRound(double value) {
    return new SimulatedTune(
        baseline, secondsOfPlan, noise, value, budgetSeconds, writeBudgetBytes, seed, strategy);
  }

  SimulatedTune withBudgetSeconds(double value) {
    return new SimulatedTune(
        baseline, secondsOfPlan, noise, driftPerRound, value, writeBudgetBytes, seed, strategy);
  }

  SimulatedTune withWriteBudgetBytes(long value) {
    return new SimulatedTune(
        baseline, secondsOfPlan, noise, driftPerRound, budgetSeconds, value, seed, strategy);
  }

  SimulatedTune withStrategy(StrategyKind value) {
    return new SimulatedTune(
        baseline,
        secondsOfPlan,
        noise,
        driftPerRound,
        budgetSeconds,
        writeBudgetBytes,
        seed,
        value);
  }

  SearchSpace space() {
    return SearchSpace.of(
        SizeClass.LARGE, baseline, EnumSet.of(BackendKind.NIO), SearchHint.UNKNOWN, LIMITS);
  }

  Measurer device(VirtualClock clock, List<String> invalid) {
    return new SimulatedMeasurer(
        new SimulatedMeasurer.Settings(FILE_BYTES, noise, driftPerRound, seed, invalid),
        secondsOfPlan,
        clock);
  }

  Findings run() throws IOException, BudgetTooSmallException {
    VirtualClock clock = new VirtualClock();
    return run(clock, device(clock, List.of()), TuneListener.SILENT);
  }

  Findings run(VirtualClock clock, Measurer measurer, TuneListener listener)
      throws IOException, BudgetTooSmallException {
    return run(clock, measurer, SampleLog.NONE, listener);
  }

  Findings run(VirtualClock clock, Measurer measurer, SampleLog journal, TuneListener listener)
      throws IOException, BudgetTooSmallException {
    Budget budget = new Budget(clock, clock.getAsLong(), budgetSeconds, writeBudgetBytes);
    TuneOptions options =
        new TuneOptions(
            SizeClass.LARGE,
            BYTES_PER_SAMPLE,
            budget,
            0.03,
            ErrorBudget.ONE_CLASS,
            seed,
            strategy,
            SweepPlan.FEWEST_ROUNDS);
    return new Tuner(measurer, journal, space(), options, listener).tune();
  }
}
