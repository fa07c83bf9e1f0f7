package dev.cleave.bench.process;

import dev.cleave.bench.trial.CopyResult;
import dev.cleave.bench.trial.KernelFiles;
import dev.cleave.bench.trial.Trial;
import dev.cleave.bench.trial.TrialReport;
import dev.cleave.bench.trial.TrialSettings;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Measurer;
import dev.cleave.tuner.measure.Round;
import dev.cleave.tuner.measure.Sample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Takes samples through the whole {@code cleave copy} process, one each, with the candidate's plan
 * told by options. The command clock runs from the process's start to its exit.
 */
public final class ProcessMeasurer implements Measurer {
  private final TrialSettings settings;
  private final CopyCommandLine commandLine = CopyCommandLine.ofThisProcess();

  public ProcessMeasurer(TrialSettings settings) {
    this.settings = settings;
  }

  @Override
  public void measure(Round round, Consumer<Sample> sampleTaken) throws IOException {
    int position = 0;
    for (Candidate candidate : round.order()) {
      Trial trial = new Trial(settings, candidate, position, KernelFiles.OF_THIS_MACHINE);
      trial.prepare();
      TimedProcess process =
          new TimedProcess(
              "cleave copy",
              commandLine.words(arguments(trial)),
              Map.of(),
              settings.workDirectory());
      CopyResult result = CopyProcess.result(process.run());
      TrialReport report = trial.finish(result);
      sampleTaken.accept(report.sample(round, position, result.commandSeconds()));
      position++;
    }
  }

  private static List<String> arguments(Trial trial) {
    List<String> arguments = new ArrayList<>(CopyCommandLine.options(trial.candidate().plan()));
    arguments.addAll(List.of("--reflink=never", "--json", "--no-target-directory"));
    if (trial.isTree()) {
      arguments.add("--recursive");
    }
    arguments.add(trial.source().toString());
    arguments.add(trial.target().toString());
    return arguments;
  }
}
