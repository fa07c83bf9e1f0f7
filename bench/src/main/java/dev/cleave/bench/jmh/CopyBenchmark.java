package dev.cleave.bench.jmh;

import dev.cleave.bench.trial.CopyResult;
import dev.cleave.bench.trial.KernelFiles;
import dev.cleave.bench.trial.Trial;
import dev.cleave.bench.trial.TrialSettings;
import dev.cleave.bench.trial.TrialSetup;
import dev.cleave.engine.BytePath;
import dev.cleave.engine.CopyEngine;
import dev.cleave.engine.CopyOutcome;
import dev.cleave.engine.CopyRequest;
import dev.cleave.engine.ResourceUse;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.ReflinkMode;
import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.measure.Candidate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * One fork is one round: its warm-up iteration copies once without being counted, then measurement
 * iteration i copies once by the plan of the i-th candidate in the round's shuffled order. So JMH
 * keeps the clock, and the order of samples is ours. The copy is the very call that {@code cleave
 * copy} makes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CopyBenchmark {
  private static final double NANOS = 1e9;

  /** The file that holds the {@link TrialSetup} as JSON. */
  @Param("")
  public String setupFile = "";

  @SuppressWarnings("NullAway.Init") // JMH calls the set-up methods first
  private TrialSetup setup;

  @SuppressWarnings("NullAway.Init") // as above
  private Trial trial;

  @SuppressWarnings("NullAway.Init") // as above
  private CopyRequest request;

  @SuppressWarnings("NullAway.Init") // as above
  private ResourceUse usedBefore;

  private @Nullable CopyOutcome outcome;
  private boolean counted;
  private int taken;

  @Setup(Level.Trial)
  public void readSetup() throws IOException {
    setup = Json.LINE.readValue(Files.readString(Path.of(setupFile)), TrialSetup.class);
  }

  @Setup(Level.Iteration)
  public void prepare(IterationParams iteration) throws IOException {
    counted = iteration.getType() == IterationType.MEASUREMENT;
    TrialSettings settings = setup.settings();
    Candidate candidate =
        counted ? setup.order().get(taken) : new Candidate("warm-up", settings.warmUp());
    trial = new Trial(settings, candidate, taken, KernelFiles.OF_THIS_MACHINE);
    if (counted) {
      trial.prepare();
    } else {
      trial.prepareWarmUp();
    }
    request =
        CopyRequest.of(BytePath.of(trial.source()), BytePath.of(trial.target()), candidate.plan())
            .withOptions(
                CopyOptions.builder().reflink(ReflinkMode.NEVER).recursive(trial.isTree()).build());
    usedBefore = ResourceUse.ofThisProcess();
  }

  @Benchmark
  public CopyOutcome copy() throws IOException {
    CopyOutcome done = CopyEngine.copy(request);
    outcome = done;
    return done;
  }

  @TearDown(Level.Iteration)
  public void finish() throws IOException {
    CopyResult copied = result(ResourceUse.ofThisProcess().since(usedBefore));
    if (counted) {
      String line = Json.LINE.writeValueAsString(trial.finish(copied)) + "\n";
      taken++;
      Files.writeString(setup.evidenceFile(), line, StandardOpenOption.APPEND);
    } else {
      trial.finishWarmUp();
    }
  }

  private CopyResult result(ResourceUse used) throws IOException {
    CopyOutcome done = outcome;
    if (done == null || !done.isComplete()) {
      throw new IOException(done == null ? "no copy was made" : done.errors().getFirst().message());
    }
    return new CopyResult(
        done.plans(), done.bytes(), done.commandNanos() / NANOS, used, done.warnings());
  }
}
