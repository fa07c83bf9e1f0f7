package dev.cleave.bench.health;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs a tool of which we know little: it may be missing, hang (a drive that doesn't answer) or
 * print without end.
 *
 * @param searchPath directories with colons between them, as PATH
 * @param longest after which it is killed
 */
record BoundedTool(String searchPath, Duration longest) {
  private static final int MOST_BYTES = 4 << 20;

  /** The program of that name; null if there is none. */
  @Nullable Path find(String name) {
    for (String directory : searchPath.split(File.pathSeparator, -1)) {
      Path program = Path.of(directory).resolve(name);
      if (program.isAbsolute() && Files.isRegularFile(program) && Files.isExecutable(program)) {
        return program;
      }
    }
    return null;
  }

  /**
   * What it prints on standard output, whatever its exit code: smartctl's is a set of bits.
   *
   * @throws IOException if it can't be started, doesn't end in time or prints more than 4 MiB
   */
  String output(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    InputStream out = process.getInputStream();
    FutureTask<byte[]> reading = new FutureTask<>(() -> out.readNBytes(MOST_BYTES + 1));
    // in a thread of its own: what the tool has left behind may hold its output open for ever
    Thread.ofPlatform().daemon().name("cleave-tool-output").start(reading);
    try {
      byte[] printed = reading.get(longest.toMillis(), TimeUnit.MILLISECONDS);
      if (printed.length > MOST_BYTES) {
        throw new IOException("prints more than " + MOST_BYTES + " bytes: " + command);
      }
      return new String(printed, StandardCharsets.UTF_8);
    } catch (TimeoutException e) {
      throw new IOException("takes longer than " + longest.toMillis() + " ms: " + command, e);
    } catch (ExecutionException e) {
      throw new IOException("can't be read: " + command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted: " + command, e);
    } finally {
      kill(process);
    }
  }

  /** With what it has started. */
  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
