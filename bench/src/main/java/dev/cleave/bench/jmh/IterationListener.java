package dev.cleave.bench.jmh;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.function.DoubleConsumer;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.format.OutputFormat;

/**
 * Prints nothing, and passes on the score of each measurement iteration as soon as the fork reports
 * it: JMH itself tells results only when all is over. Keeps what JMH would have printed, for the
 * message of a failure.
 */
final class IterationListener implements OutputFormat {
  private final DoubleConsumer nanosPerCopy;
  private final StringBuilder printed = new StringBuilder();

  IterationListener(DoubleConsumer nanosPerCopy) {
    this.nanosPerCopy = nanosPerCopy;
  }

  /** What JMH and the fork have said so far. */
  String printed() {
    return printed.toString();
  }

  @Override
  public void iterationResult(
      BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult data) {
    if (params.getType() == IterationType.MEASUREMENT) {
      nanosPerCopy.accept(data.getPrimaryResult().getScore());
    }
  }

  @Override
  public void iteration(BenchmarkParams benchmark, IterationParams params, int iteration) {}

  @Override
  public void startBenchmark(BenchmarkParams benchmark) {}

  @Override
  public void endBenchmark(BenchmarkResult result) {}

  @Override
  public void startRun() {}

  @Override
  public void endRun(Collection<RunResult> result) {}

  @Override
  public void print(String text) {
    printed.append(text);
  }

  @Override
  public void println(String text) {
    printed.append(text).append('\n');
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public void verbosePrintln(String text) {}

  @Override
  public void write(int value) {
    printed.append((char) value);
  }

  @Override
  public void write(byte[] bytes) {
    printed.append(new String(bytes, StandardCharsets.UTF_8));
  }

  /** For JMH's own noise on standard output. */
  static PrintStream nowhere() {
    return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }
}
