package dev.cleave.bench.contender;

import dev.cleave.bench.peer.PeerCommand;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the contenders as processes, around each what goes around a sample of a tune. */
public final class ProcessBenchMeasurer implements BenchMeasurer {
  private final TrialSettings settings;
  private final SearchPath path;
  private final Map<String, CopyResult> told = new HashMap<>();
  private @Nullable RooflineMeter meter;

  /**
   * @param path where programs are looked for
   */
  public ProcessBenchMeasurer(TrialSettings settings, SearchPath path) {
    this.settings = settings;
    this.path = path;
  }

  @Override
  public void rehearse(Entrant entrant) throws IOException {
    PeerCommand telling = entrant.telling();
    if (telling != null) {
      Trial trial = trial(entrant, 0);
      trial.prepare();
      told.put(entrant.name(), CopyProcess.result(run(entrant, telling, trial)));
      TrialFiles.remove(trial.target());
    }
  }

  @Override
  public BenchSample copy(Entrant entrant, int round, int position, double atSeconds)
      throws IOException {
    Trial trial = trial(entrant, position);
    trial.prepare();
    ProcessRun run = run(entrant, entrant.command(), trial);
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

  private Trial trial(Entrant entrant, int position) {
    Candidate candidate = new Candidate(entrant.name(), entrant.plan());
    return new Trial(settings, candidate, position, KernelFiles.OF_THIS_MACHINE);
  }

  private ProcessRun run(Entrant entrant, PeerCommand command, Trial trial) throws IOException {
    try {
      return new TimedProcess(
              entrant.name(),
              command.words(trial.source(), trial.target()),
              entrant.environment(),
              settings.workDirectory())
          .runWatched();
    } catch (IOException e) {
      TrialFiles.remove(trial.target());
      throw new ContenderFailedException(e);
    }
  }

  /** A plan that can't run, and why, is the same for every copy of the file. */
  private CopyResult result(Entrant entrant, ProcessRun run) {
    CopyResult said = told.get(entrant.name());
    return new CopyResult(
        said == null ? List.of() : said.plans(),
        settings.data().bytes(),
        run.seconds(),
        run.resources(),
        said == null ? List.of() : said.warnings());
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
