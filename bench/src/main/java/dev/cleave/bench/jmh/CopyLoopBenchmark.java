package dev.cleave.bench.jmh;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyEngine;
import dev.cleave.engine.CopyOutcome;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.engine.backend.BackendKind;
import java.io.IOException;
import java.util.Arrays;
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
 * The copy of one file that is in the page cache, without the start of a JVM: the engine's whole
 * loop. {@code -p directory=DIR} measures another file system than that of temporary files.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 10)
@Fork(
    value = 1,
    jvmArgsAppend = {ForkAccess.NATIVE, ForkAccess.UNSAFE})
public class CopyLoopBenchmark {
  @Param({"0", "1", "2"})
  public int splitDepth;

  @Param("nio")
  public String backend = "";

  @Param("1MiB")
  public String chunk = "";

  /** Smaller files than 128 MiB are never split. */
  @Param("128MiB")
  public String size = "";

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
            .withBackend(kind(backend))
            .withSplitDepth(splitDepth)
            .withChunkBytes(ByteSize.parse(chunk).bytes());
    files = BenchmarkFiles.in(directory, SizeClass.LARGE, ByteSize.parse(size).bytes());
  }

  private static BackendKind kind(String name) {
    return Arrays.stream(BackendKind.values())
        .filter(kind -> kind.toString().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is no backend"));
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
  public CopyOutcome copy() throws IOException {
    return RanAsAsked.require(CopyEngine.copy(files.request(plan)), plan);
  }
}
