package dev.cleave.bench.jmh;

import dev.cleave.bench.trial.ContentSum;
import dev.cleave.engine.ByteSize;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
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
import org.openjdk.jmh.annotations.Warmup;

/** The checksum by which copies are verified, over a chunk in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {ForkAccess.NATIVE, ForkAccess.UNSAFE})
public class HashBenchmark {
  @Param({"64KiB", "1MiB"})
  public String chunk = "";

  private ByteBuffer content = ByteBuffer.allocate(0);

  @Setup
  public void fill() {
    byte[] random = new byte[(int) ByteSize.parse(chunk).bytes()];
    new SplittableRandom(1).nextBytes(random);
    content = ByteBuffer.allocateDirect(random.length).put(random);
  }

  @Benchmark
  public long crc32c() {
    ContentSum sum = new ContentSum();
    sum.content(content.flip());
    return sum.value();
  }
}
