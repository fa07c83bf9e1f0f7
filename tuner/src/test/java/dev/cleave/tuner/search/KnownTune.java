package dev.cleave.tuner.search;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.tuner.measure.Measurer;
import dev.cleave.tuner.measure.SampleLog;
import dev.cleave.tuner.simulate.DeviceState;
import dev.cleave.tuner.simulate.Disturbance;
import dev.cleave.tuner.simulate.Pace;
import dev.cleave.tuner.simulate.SimulatedDevice;
import dev.cleave.tuner.simulate.Surface;
import dev.cleave.tuner.simulate.VirtualClock;
import java.io.IOException;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** A tune of a device whose seconds per copy the test knows, with what the tests vary. */
record KnownTune(
    CopyPlan baseline,
    ToDoubleFunction<CopyPlan> secondsOfPlan,
    Disturbance disturbance,
    double budgetSeconds,
    long writeBudgetBytes,
    long seed,
    StrategyKind strategy) {
  static final double MARGIN = 0.03;
  static final long FILE_BYTES = 256 * ByteSize.MIB;
  static final long BYTES_PER_SAMPLE = 2 * FILE_BYTES;
  static final SearchLimits LIMITS = new SearchLimits(256 * ByteSize.MIB, 2, FILE_BYTES);

  /** Of the time until a copy is durable. */
  private static final double FLUSHED = 0.1;

  /** A sequential default, 3 % noise, no drift, five minutes, every candidate in every round. */
  static KnownTune of(ToDoubleFunction<CopyPlan> secondsOfPlan, long seed) {
    return new KnownTune(
        CopyPlan.SEQUENTIAL,
        secondsOfPlan,
        new Disturbance(0.03, 0, 0),
        300,
        Budget.UNLIMITED_BYTES,
        seed,
        StrategyKind.GRID);
  }

  KnownTune withBaseline(CopyPlan value) {
    return new KnownTune(
        value, secondsOfPlan, disturbance, budgetSeconds, writeBudgetBytes, seed, strategy);
  }

  KnownTune withNoise(double value) {
    return withDisturbance(new Disturbance(value, 0, 0));
  }

  KnownTune withDisturbance(Disturbance value) {
    return new KnownTune(
        baseline, secondsOfPlan, value, budgetSeconds, writeBudgetBytes, seed, strategy);
  }

  KnownTune withBudgetSeconds(double value) {
    return new KnownTune(
        baseline, secondsOfPlan, disturbance, value, writeBudgetBytes, seed, strategy);
  }

  KnownTune withWriteBudgetBytes(long value) {
    return new KnownTune(
        baseline, secondsOfPlan, disturbance, budgetSeconds, value, seed, strategy);
  }

  KnownTune withStrategy(StrategyKind value) {
    return new KnownTune(
        baseline, secondsOfPlan, disturbance, budgetSeconds, writeBudgetBytes, seed, value);
  }

  SearchSpace space() {
    return SearchSpace.of(
        SizeClass.LARGE, baseline, Set.of(BackendKind.NIO), SearchHint.UNKNOWN, LIMITS);
  }

  Measurer device(VirtualClock clock) {
    double sequentialSeconds = secondsOfPlan.applyAsDouble(CopyPlan.SEQUENTIAL);
    return new SimulatedDevice(
        new KnownSurface(secondsOfPlan, sequentialSeconds),
        disturbance,
        new Pace((1 - FLUSHED) * sequentialSeconds, FLUSHED / (1 - FLUSHED)),
        clock,
        new Random(seed),
        FILE_BYTES);
  }

  Evaluator evaluator(VirtualClock clock, Measurer measurer) {
    return new Evaluator(
        measurer,
        SampleLog.NONE,
        budget(clock),
        SizeClass.LARGE,
        BYTES_PER_SAMPLE,
        seed,
        TuneListener.SILENT);
  }

  Findings run() throws IOException, BudgetTooSmallException {
    VirtualClock clock = new VirtualClock();
    return run(clock, device(clock), TuneListener.SILENT);
  }

  Findings run(VirtualClock clock, Measurer measurer, TuneListener listener)
      throws IOException, BudgetTooSmallException {
    return run(clock, measurer, SampleLog.NONE, listener);
  }

  Findings run(VirtualClock clock, Measurer measurer, SampleLog journal, TuneListener listener)
      throws IOException, BudgetTooSmallException {
    TuneOptions options =
        new TuneOptions(
            SizeClass.LARGE,
            BYTES_PER_SAMPLE,
            budget(clock),
            MARGIN,
            ErrorBudget.ONE_CLASS,
            seed,
            strategy,
            SweepPlan.FEWEST_ROUNDS);
    return new Tuner(measurer, journal, space(), options, listener).tune();
  }

  private Budget budget(VirtualClock clock) {
    return new Budget(clock, clock.getAsLong(), budgetSeconds, writeBudgetBytes);
  }

  /** Under both clocks a plan takes the same multiple of what the sequential one takes. */
  private record KnownSurface(ToDoubleFunction<CopyPlan> secondsOfPlan, double sequentialSeconds)
      implements Surface {
    @Override
    public double speed(CopyPlan plan, DeviceState state) {
      return 1 / secondsOfPlan.applyAsDouble(plan);
    }

    @Override
    public double flush(CopyPlan plan, DeviceState state) {
      return secondsOfPlan.applyAsDouble(plan) / sequentialSeconds;
    }
  }
}
