package dev.cleave.bench.jmh;

import dev.cleave.bench.trial.SourceData;
import dev.cleave.bench.trial.TrialEvidence;
import dev.cleave.bench.trial.TrialSetup;
import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Measurer;
import dev.cleave.tuner.measure.Round;
import dev.cleave.tuner.measure.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.Runner;
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

  static {
    // JMH lets one run a machine go on and kills the second, whatever they measure; tunes of two
    // devices at once are fine. It reads this when its Runner is loaded, which is after us.
    System.setProperty("jmh.ignoreLock", "true");
  }

  private final SourceData source;
  private final Path targetDirectory;
  private final Path workDirectory;
  private final List<String> sourceDevices;
  private final CacheState cacheState;
  private final CopyPlan warmUp;

  /**
   * @param targetDirectory private, on the device under test
   * @param workDirectory for files between us and the forks, best on another device
   * @param sourceDevices names of the block devices the source is read from
   */
  public JmhMeasurer(
      SourceData source,
      Path targetDirectory,
      Path workDirectory,
      List<String> sourceDevices,
      CacheState cacheState,
      CopyPlan warmUp) {
    this.source = source;
    this.targetDirectory = targetDirectory;
    this.workDirectory = workDirectory;
    this.sourceDevices = List.copyOf(sourceDevices);
    this.cacheState = cacheState;
    this.warmUp = warmUp;
  }

  @Override
  public void measure(Round round, Consumer<Sample> sampleTaken) throws IOException {
    Path setupFile = workDirectory.resolve("round-" + round.number() + ".json");
    Path evidenceFile = workDirectory.resolve("round-" + round.number() + ".jsonl");
    TrialSetup setup =
        new TrialSetup(
            source,
            targetDirectory.toString(),
            sourceDevices,
            cacheState,
            warmUp,
            round.order(),
            evidenceFile.toString());
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
      new Runner(options(round, setupFile), listener).run();
    } catch (RunnerException e) {
      throw new IOException("a round was cut short: " + cause(listener.printed(), e), e);
    }
    samples.rethrow();
  }

  private static Options options(Round round, Path setupFile) {
    return new OptionsBuilder()
        .include(CopyBenchmark.class.getName() + ".copy$")
        .param("setupFile", setupFile.toString())
        .forks(1)
        .warmupIterations(1)
        .measurementIterations(round.order().size())
        .timeUnit(TimeUnit.NANOSECONDS)
        .timeout(LONGEST_ITERATION)
        .shouldFailOnError(true)
        .jvmArgs(ForkOptions.ofThisProcess().toArray(String[]::new))
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
        TrialEvidence trial = Json.LINE.readValue(line, TrialEvidence.class);
        sampleTaken.accept(sample(nanos / NANOS, trial));
        position++;
      } catch (IOException e) {
        failure = e;
      }
    }

    private Sample sample(double seconds, TrialEvidence trial) {
      Candidate candidate = round.order().get(position);
      return new Sample(
          round.number(),
          position,
          round.phase(),
          candidate.name(),
          round.sizeClass(),
          candidate.plan(),
          trial.used(),
          trial.bytes(),
          seconds,
          seconds + trial.syncSeconds(),
          trial.evidence(),
          trial.warnings(),
          trial.invalid());
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
