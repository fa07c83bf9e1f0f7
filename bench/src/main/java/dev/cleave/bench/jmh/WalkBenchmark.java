package dev.cleave.bench.jmh;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyEngine;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.RehearsalOutcome;
import dev.cleave.engine.SizeClass;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The walk over a tree of small files, some 1,300 of them, with the decision what is to be done
 * with each: all of a copy but the copying.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {ForkAccess.NATIVE, ForkAccess.UNSAFE})
public class WalkBenchmark {
  private static final long TREE_BYTES = 16 * ByteSize.MIB;

  @Param({"1", "2"})
  public int workers;

  @Param("")
  public String directory = "";

  @SuppressWarnings("NullAway.Init") // JMH calls the set-up methods first
  private BenchmarkFiles files;

  @Setup
  public void write() throws IOException {
    files = BenchmarkFiles.in(directory, SizeClass.SMALL, TREE_BYTES);
  }

  @TearDown
  public void remove() throws IOException {
    files.remove();
  }

  @Benchmark
  public RehearsalOutcome walk() throws IOException {
    return CopyEngine.rehearse(files.request(CopyPlan.SEQUENTIAL.withWorkers(workers)));
  }
}
