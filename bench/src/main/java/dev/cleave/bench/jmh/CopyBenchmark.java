package dev.cleave.bench.jmh;

import dev.cleave.bench.trial.Trial;
import dev.cleave.bench.trial.TrialSetup;
import dev.cleave.engine.CopyOutcome;
import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.measure.Candidate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
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
 * keeps the clock, and the order of samples is ours.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CopyBenchmark {
  /** The file that holds the {@link TrialSetup} as JSON. */
  @Param("")
  public String setupFile = "";

  @SuppressWarnings("NullAway.Init") // JMH calls the set-up methods first
  private TrialSetup setup;

  @SuppressWarnings("NullAway.Init") // as above
  private Trial trial;

  private boolean counted;
  private int taken;

  @Setup(Level.Trial)
  public void readSetup() throws IOException {
    setup = Json.LINE.readValue(Files.readString(Path.of(setupFile)), TrialSetup.class);
  }

  @Setup(Level.Iteration)
  public void prepare(IterationParams iteration) throws IOException {
    counted = iteration.getType() == IterationType.MEASUREMENT;
    Candidate candidate =
        counted ? setup.order().get(taken) : new Candidate("warm-up", setup.warmUp());
    trial = new Trial(setup, candidate, taken);
    trial.prepare();
  }

  @Benchmark
  public CopyOutcome copy() throws IOException {
    return trial.copy();
  }

  @TearDown(Level.Iteration)
  public void finish() throws IOException {
    String line = Json.LINE.writeValueAsString(trial.finish()) + "\n";
    if (counted) {
      taken++;
      Files.writeString(Path.of(setup.evidenceFile()), line, StandardOpenOption.APPEND);
    }
  }
}
