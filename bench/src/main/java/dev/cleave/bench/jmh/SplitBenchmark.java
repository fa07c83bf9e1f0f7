package dev.cleave.bench.jmh;

import dev.cleave.engine.ByteRange;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.Cancellation;
import dev.cleave.engine.DataMap;
import dev.cleave.engine.Split;
import dev.cleave.engine.SplitTask;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
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
import org.openjdk.jmh.infra.Blackhole;

/** The recursive split of a file of 4 GiB: what it costs before a byte is moved. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {ForkAccess.NATIVE, ForkAccess.UNSAFE})
public class SplitBenchmark {
  private static final ByteRange FILE = new ByteRange(0, 4 * ByteSize.GIB);

  @Param({"0", "2", "6"})
  public int splitDepth;

  private final ForkJoinPool pool = new ForkJoinPool(2);

  private DataMap data = DataMap.whole(FILE);

  @Setup
  public void map() {
    data = DataMap.whole(FILE);
  }

  @TearDown
  public void stop() {
    pool.shutdown();
  }

  /** Only where the cuts are. */
  @Benchmark
  public List<ByteRange> leaves() {
    return Split.leaves(data, FILE, splitDepth);
  }

  /** The tasks themselves, on two threads, with leaves that copy nothing. */
  @Benchmark
  public void tasks(Blackhole blackhole) {
    pool.invoke(new SplitTask(data, FILE, splitDepth, blackhole::consume, new Cancellation()));
  }
}
