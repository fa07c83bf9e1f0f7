package dev.cleave.bench.process;

import dev.cleave.bench.trial.CopyResult;
import dev.cleave.engine.PlanUse;
import dev.cleave.engine.ResourceUse;
import dev.cleave.tuner.json.Json;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;

/** One run of {@code cleave copy}, timed from its start to its exit. */
final class CopyProcess {
  private static final double NANOS = 1e9;

  private final List<String> words;
  private final Path output;
  private final Path errors;

  /**
   * @param workDirectory for what it prints
   */
  CopyProcess(List<String> words, Path workDirectory) {
    this.words = words;
    this.output = workDirectory.resolve("copy.json");
    this.errors = workDirectory.resolve("copy.err");
  }

  /** What of the document that {@code copy --json} prints is of use here. */
  private record Document(long bytes, List<PlanUse> plans, List<String> warnings) {}

  /**
   * Runs it to its end.
   *
   * @throws IOException if it fails; the message is its own
   */
  CopyResult run() throws IOException {
    try {
      return measure();
    } finally {
      Files.deleteIfExists(output);
      Files.deleteIfExists(errors);
    }
  }

  private CopyResult measure() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectOutput(output.toFile()).redirectError(errors.toFile());
    ResourceUse before = ResourceUse.ofEndedChildren();
    long start = System.nanoTime();
    int exitCode = waitFor(builder.start());
    double seconds = (System.nanoTime() - start) / NANOS;
    ResourceUse used = ResourceUse.ofEndedChildren().since(before);
    if (exitCode != 0) {
      throw new IOException(
          "cleave copy ended with " + exitCode + ": " + Files.readString(errors).strip());
    }
    Document done = document();
    return new CopyResult(done.plans(), done.bytes(), seconds, used, done.warnings());
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

  private Document document() throws IOException {
    String text = Files.readString(output);
    try {
      return Json.LINE.readValue(text, Document.class);
    } catch (JacksonException e) {
      throw new IOException("cleave copy --json printed no document: '" + text.strip() + "'", e);
    }
  }
}
