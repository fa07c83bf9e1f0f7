package dev.cleave.bench.jmh;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyEngine;
import dev.cleave.engine.CopyOutcome;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.engine.backend.BackendKind;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
 * The submission loop of io_uring: a file of 16 MiB in chunks of 4 KiB, 4,096 reads and as many
 * writes, so that what is done for a request counts for more than its bytes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 20)
@Fork(
    value = 1,
    jvmArgsAppend = {ForkAccess.NATIVE, ForkAccess.UNSAFE})
public class SubmissionBenchmark {
  private static final long FILE_BYTES = 16 * ByteSize.MIB;

  @Param({"1", "8", "32"})
  public int queueDepth;

  @Param("")
  public String directory = "";

  @SuppressWarnings("NullAway.Init") // JMH calls the set-up methods first
  private BenchmarkFiles files;

  @SuppressWarnings("NullAway.Init") // as above
  private CopyPlan plan;

  @Setup
  public void write() throws IOException {
    plan =
        CopyPlan.SEQUENTIAL
            .withBackend(BackendKind.URING)
            .withChunkBytes(CopyPlan.MIN_CHUNK_BYTES)
            .withQueueDepth(queueDepth);
    files = BenchmarkFiles.in(directory, SizeClass.LARGE, FILE_BYTES);
  }

  @Setup(Level.Invocation)
  public void removeTarget() throws IOException {
    files.removeTarget();
  }

  @TearDown
  public void remove() throws IOException {
    files.remove();
  }

  @Benchmark
  public CopyOutcome requests() throws IOException {
    return RanAsAsked.require(CopyEngine.copy(files.request(plan)), plan);
  }
}
