package dev.cleave.bench.tune;

import dev.cleave.bench.jmh.JmhMeasurer;
import dev.cleave.bench.process.ProcessMeasurer;
import dev.cleave.bench.trial.TrialData;
import dev.cleave.bench.trial.TrialSettings;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.engine.options.DataOptions;
import dev.cleave.tuner.measure.DataShape;
import dev.cleave.tuner.measure.Journal;
import dev.cleave.tuner.measure.Measurer;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.measure.SampleLog;
import dev.cleave.tuner.search.Budget;
import dev.cleave.tuner.search.BudgetTooSmallException;
import dev.cleave.tuner.search.DefaultPlan;
import dev.cleave.tuner.search.ErrorBudget;
import dev.cleave.tuner.search.Findings;
import dev.cleave.tuner.search.SearchHint;
import dev.cleave.tuner.search.SearchLimits;
import dev.cleave.tuner.search.SearchSpace;
import dev.cleave.tuner.search.StrategyKind;
import dev.cleave.tuner.search.SweepPlan;
import dev.cleave.tuner.search.TuneOptions;
import dev.cleave.tuner.search.Tuner;
import java.io.IOException;
import java.util.List;

/** One part of a tune: its data, then its tuner, then the data is removed. Used once. */
final class PartTune implements AutoCloseable {
  static final double MARGIN = 0.03;

  private final TestBed bed;
  private final TunePart part;
  private final RunClock clock;
  private final long writtenBefore;
  private final int parts;
  private final StrategyKind strategy;
  private final long seed;
  private final SessionListener listener;
  private final PartData maker;
  private final CopyPlan baseline =
      DefaultPlan.sequential(Runtime.getRuntime().availableProcessors());

  /**
   * @param writtenBefore by the parts before it
   * @param parts that share one budget of errors
   */
  PartTune(
      TestBed bed,
      TunePart part,
      RunClock clock,
      long writtenBefore,
      int parts,
      StrategyKind strategy,
      long seed,
      SessionListener listener) {
    this.bed = bed;
    this.part = part;
    this.clock = clock;
    this.writtenBefore = writtenBefore;
    this.parts = parts;
    this.strategy = strategy;
    this.seed = seed;
    this.listener = listener;
    this.maker = new PartData(bed, part, baseline, seed, listener);
  }

  /** Data of that size; see {@link PartData#make}. */
  TrialData data(long bytes) throws IOException {
    return maker.make(bytes);
  }

  /** Data of a size that suits what the part may use; see {@link PartData#choose}. */
  TrialData data() throws IOException {
    return maker.choose(part.untilSeconds() - clock.seconds(), part.untilBytes() - writtenBefore);
  }

  /** Less of it; see {@link PartData#less}. */
  TrialData less(TrialData data) throws IOException {
    return maker.less(data);
  }

  /** Data included. */
  long bytesWritten(long bySamples) {
    return maker.bytesWritten() + bySamples;
  }

  /**
   * What the part found.
   *
   * @param recorded samples of it from before the run was cut off
   * @param before how many samples of earlier parts the journal has
   * @param startSeconds when its data was there
   */
  Findings tune(
      TrialData data, double startSeconds, List<Sample> recorded, int before, Journal journal)
      throws IOException, BudgetTooSmallException {
    Recording recording = new Recording(recorded, before, measurer(data), journal, clock);
    return new Tuner(recording, recording, space(data), options(data, startSeconds), listener)
        .tune();
  }

  /** What {@link #tune} would do; nothing is journaled. */
  SweepPlan preflight(TrialData data) throws IOException, BudgetTooSmallException {
    return new Tuner(
            measurer(data), SampleLog.NONE, space(data), options(data, clock.seconds()), listener)
        .preflight();
  }

  private Measurer measurer(TrialData data) {
    TrialSettings settings = bed.settings(data, part.cacheState(), baseline);
    return new PhasedMeasurer(new ProcessMeasurer(settings), new JmhMeasurer(settings));
  }

  private SearchSpace space(TrialData data) {
    return SearchSpace.of(
        part.sizeClass(),
        baseline,
        bed.backends().kinds(),
        SearchHint.of(bed.sourceStack()),
        new SearchLimits(
            DataOptions.DEFAULT_MEMORY_LIMIT_BYTES,
            Runtime.getRuntime().availableProcessors(),
            fileBytes(data.counts())));
  }

  /** Of one file; the small ones are of all sizes below their class's bound. */
  private long fileBytes(DataShape shape) {
    return part.sizeClass() == SizeClass.SMALL ? ByteSize.MIB : shape.bytes() / shape.files();
  }

  private TuneOptions options(TrialData data, double startSeconds) {
    return new TuneOptions(
        part.sizeClass(),
        data.bytes(),
        budget(startSeconds),
        MARGIN,
        ErrorBudget.ONE_CLASS.sharedBy(parts),
        seed,
        strategy,
        SweepPlan.FEWEST_ROUNDS);
  }

  private Budget budget(double startSeconds) {
    long bytes =
        part.untilBytes() == Long.MAX_VALUE
            ? Budget.UNLIMITED_BYTES
            : Math.max(1, part.untilBytes() - writtenBefore - maker.bytesWritten());
    return new Budget(
        clock,
        (long) (startSeconds * 1e9),
        Math.max(0.001, part.untilSeconds() - startSeconds),
        bytes);
  }

  @Override
  public void close() throws IOException {
    maker.remove();
  }
}
