package dev.cleave.bench.contender;

import dev.cleave.bench.peer.SearchPath;
import dev.cleave.bench.process.CopyProcess;
import dev.cleave.bench.process.ProcessRun;
import dev.cleave.bench.process.TimedProcess;
import dev.cleave.bench.roofline.RooflineMeter;
import dev.cleave.bench.trial.CopyResult;
import dev.cleave.bench.trial.KernelFiles;
import dev.cleave.bench.trial.Trial;
import dev.cleave.bench.trial.TrialFiles;
import dev.cleave.bench.trial.TrialReport;
import dev.cleave.bench.trial.TrialSettings;
import dev.cleave.tuner.contender.BenchSample;
import dev.cleave.tuner.contender.RooflineSample;
import dev.cleave.tuner.measure.Candidate;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the contenders as processes, around each what goes around a sample of a tune. */
public final class ProcessBenchMeasurer implements BenchMeasurer {
  private final TrialSettings settings;
  private final SearchPath path;
  private @Nullable RooflineMeter meter;

  /**
   * @param path where programs are looked for
   */
  public ProcessBenchMeasurer(TrialSettings settings, SearchPath path) {
    this.settings = settings;
    this.path = path;
  }

  @Override
  public BenchSample copy(Entrant entrant, int round, int position, double atSeconds)
      throws IOException {
    Candidate candidate = new Candidate(entrant.name(), entrant.plan());
    Trial trial = new Trial(settings, candidate, position, KernelFiles.OF_THIS_MACHINE);
    trial.prepare();
    ProcessRun run = run(entrant, trial);
    TrialReport report = trial.finish(result(entrant, run));
    return new BenchSample(
        round,
        position,
        entrant.name(),
        report.bytes(),
        run.seconds(),
        run.seconds() + report.syncSeconds(),
        run.peakBytes(),
        report.evidence(),
        report.warnings(),
        report.invalid(),
        atSeconds);
  }

  private ProcessRun run(Entrant entrant, Trial trial) throws IOException {
    try {
      return new TimedProcess(
              entrant.name(),
              entrant.command().words(trial.source(), trial.target()),
              entrant.environment(),
              settings.workDirectory())
          .runWatched();
    } catch (IOException e) {
      TrialFiles.remove(trial.target());
      throw new ContenderFailedException(e);
    }
  }

  private CopyResult result(Entrant entrant, ProcessRun run) throws IOException {
    return entrant.contender().isEngine()
        ? CopyProcess.result(run)
        : new CopyResult(
            List.of(), settings.data().bytes(), run.seconds(), run.resources(), List.of());
  }

  @Override
  public RooflineMethod prepareRoofline() throws IOException {
    RooflineMeter fastest = RooflineMeter.fastest(settings, path);
    meter = fastest;
    return new RooflineMethod(fastest.description(), fastest.bytesWritten());
  }

  @Override
  public RooflineSample roofline(int round) throws IOException {
    if (meter == null) {
      throw new IllegalStateException("not prepared");
    }
    return meter.measure(round);
  }
}
