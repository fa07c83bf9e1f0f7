package dev.cleave.bench.jmh;

import dev.cleave.bench.trial.TrialReport;
import dev.cleave.bench.trial.TrialSettings;
import dev.cleave.bench.trial.TrialSetup;
import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.measure.Measurer;
import dev.cleave.tuner.measure.Round;
import dev.cleave.tuner.measure.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Takes samples as JMH single-shot measurements. A round is one forked JVM, so that the variance
 * between JVMs is part of what is measured, and the order of samples is the round's own.
 */
public final class JmhMeasurer implements Measurer {
  private static final double NANOS = 1e9;

  /** A whole round, however slow the device: JMH would kill a fork that takes longer. */
  private static final TimeValue LONGEST_ITERATION = TimeValue.hours(6);

  private final TrialSettings settings;

  public JmhMeasurer(TrialSettings settings) {
    this.settings = settings;
  }

  @Override
  public void measure(Round round, Consumer<Sample> sampleTaken) throws IOException {
    Path setupFile = settings.workDirectory().resolve("round-" + round.number() + ".json");
    Path evidenceFile = settings.workDirectory().resolve("round-" + round.number() + ".jsonl");
    TrialSetup setup = new TrialSetup(settings, round.order(), evidenceFile);
    Files.writeString(setupFile, Json.LINE.writeValueAsString(setup));
    Files.createFile(evidenceFile);
    try {
      runFork(round, setupFile, new SampleAssembler(round, evidenceFile, sampleTaken));
    } finally {
      Files.deleteIfExists(setupFile);
      Files.deleteIfExists(evidenceFile);
    }
  }

  private void runFork(Round round, Path setupFile, SampleAssembler samples) throws IOException {
    IterationListener listener = new IterationListener(samples::add);
    try {
      JmhRun.run(options(round, setupFile), listener);
    } catch (RunnerException e) {
      throw new IOException("a round was cut short: " + cause(listener.printed(), e), e);
    }
    samples.rethrow();
  }

  private Options options(Round round, Path setupFile) {
    return new OptionsBuilder()
        .include(CopyBenchmark.class.getName() + ".copy$")
        .param("setupFile", setupFile.toString())
        .forks(1)
        .warmupIterations(1)
        .measurementIterations(round.order().size())
        .timeUnit(TimeUnit.NANOSECONDS)
        .timeout(LONGEST_ITERATION)
        .shouldFailOnError(true)
        .jvmArgs(ForkOptions.ofThisProcess(settings.workDirectory()).toArray(String[]::new))
        .build();
  }

  /** The exception a fork printed is what happened; JMH's own says only that something did. */
  private static String cause(String printed, RunnerException e) {
    return printed
        .lines()
        .map(String::strip)
        .filter(line -> line.matches("[\\w.$]+(Exception|Error): .+"))
        .map(line -> line.substring(line.indexOf(": ") + 2))
        .findFirst()
        .orElse(String.valueOf(e.getMessage()));
  }

  /** Joins JMH's score of an iteration with the evidence that the worker left for it. */
  private static final class SampleAssembler {
    private final Round round;
    private final Path evidenceFile;
    private final Consumer<Sample> sampleTaken;
    private int position;
    private @Nullable IOException failure;

    SampleAssembler(Round round, Path evidenceFile, Consumer<Sample> sampleTaken) {
      this.round = round;
      this.evidenceFile = evidenceFile;
      this.sampleTaken = sampleTaken;
    }

    void add(double nanos) {
      try {
        String line = Files.readAllLines(evidenceFile).get(position);
        TrialReport report = Json.LINE.readValue(line, TrialReport.class);
        sampleTaken.accept(report.sample(round, position, nanos / NANOS));
        position++;
      } catch (IOException e) {
        failure = e;
      }
    }

    void rethrow() throws IOException {
      if (failure != null) {
        throw failure;
      }
      if (position != round.order().size()) {
        throw new IOException(
            "a round ended after " + position + " of " + round.order().size() + " samples");
      }
    }
  }
}
