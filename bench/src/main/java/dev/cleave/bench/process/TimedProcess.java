package dev.cleave.bench.process;

import dev.cleave.engine.ResourceUse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One run of a program, timed from its start to its exit. */
public final class TimedProcess {
  private static final double NANOS = 1e9;

  private final String name;
  private final ProcessBuilder builder;
  private final Path output;
  private final Path errors;

  /**
   * @param name of the program in messages
   * @param environment in place of variables of this process, or beside them
   * @param workDirectory for what it prints
   */
  public TimedProcess(
      String name, List<String> words, Map<String, String> environment, Path workDirectory) {
    this.name = name;
    this.output = workDirectory.resolve("copy.out");
    this.errors = workDirectory.resolve("copy.err");
    this.builder =
        new ProcessBuilder(words)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.environment().putAll(environment);
  }

  /**
   * Runs it to its end, without looking at its memory meanwhile.
   *
   * @throws IOException if it fails; the message is its own
   */
  public ProcessRun run() throws IOException {
    return run(false);
  }

  /** The same, and looks at its memory. */
  public ProcessRun runWatched() throws IOException {
    return run(true);
  }

  private ProcessRun run(boolean watched) throws IOException {
    try {
      return measure(watched);
    } finally {
      Files.deleteIfExists(output);
      Files.deleteIfExists(errors);
    }
  }

  private ProcessRun measure(boolean watched) throws IOException {
    ResourceUse before = ResourceUse.ofEndedChildren();
    long start = System.nanoTime();
    Process process = builder.start();
    MemoryWatch watch = watched ? MemoryWatch.of(process) : null;
    int exitCode;
    double seconds;
    try {
      exitCode = waitFor(process);
      seconds = (System.nanoTime() - start) / NANOS;
    } finally {
      if (watch != null) {
        watch.close();
      }
    }
    ResourceUse used = ResourceUse.ofEndedChildren().since(before);
    if (exitCode != 0) {
      throw new IOException(name + " ended with " + exitCode + ": " + said());
    }
    return new ProcessRun(
        seconds, used, watch == null ? null : watch.peakBytes(), Files.readString(output));
  }

  /** Some say what is wrong on standard output. */
  private String said() throws IOException {
    String said = Files.readString(errors).strip();
    return said.isEmpty() ? Files.readString(output).strip() : said;
  }

  private static int waitFor(Process process) throws InterruptedIOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("interrupted");
      interrupted.initCause(e);
      throw interrupted;
    } finally {
      process.destroyForcibly(); // only if we were interrupted is it still there
    }
  }
}
