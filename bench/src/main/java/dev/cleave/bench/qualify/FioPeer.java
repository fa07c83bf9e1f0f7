package dev.cleave.bench.qualify;

import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.qualify.Measurement;
import dev.cleave.tuner.qualify.PeerFigure;
import dev.cleave.tuner.qualify.Window;
import dev.cleave.tuner.qualify.Workload;
import dev.cleave.tuner.qualify.WorkloadKind;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Lets {@code fio} do the same load on the same file right after ours, and compares it with the
 * last windows of ours, which are as long: before them the device may have been another one.
 */
final class FioPeer {
  private static final double MOST_SECONDS = 10;
  private static final double TOLERANCE = 0.1;
  private static final double KIBIBYTE = 1024;

  private final Path program;

  private FioPeer(Path program) {
    this.program = program;
  }

  /** Null where there is none. */
  static @Nullable FioPeer find(String searchPath) {
    return Stream.of(searchPath.split(File.pathSeparator, -1))
        .filter(directory -> directory.startsWith("/"))
        .map(directory -> Path.of(directory, "fio"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(FioPeer::new)
        .orElse(null);
  }

  static boolean canDo(Measurement measured) {
    Workload workload = measured.workload();
    return workload.kind().isBlocks()
        && workload.perSecond() == null
        && measured.how().endsWith("O_DIRECT")
        && measured.windows().size() > 2
        && measured.stopped() == null;
  }

  /**
   * @throws WorkloadException if the write budget has no room for it
   * @throws IOException if fio fails
   */
  PeerFigure measure(Measurement measured, WorkloadBed bed) throws IOException {
    Workload workload = measured.workload();
    int seconds = (int) Math.max(1, Math.min(MOST_SECONDS, workload.seconds() / 2));
    double ours = lastRate(measured.windows(), seconds);
    Path file = bed.directory().resolve(BlockRunner.FILE);
    List<String> command = command(workload, file, seconds);
    if (workload.kind().writes()) {
      long most = (long) (2 * ours * (1 - workload.readShare()) * seconds);
      bed.budget().require(most);
      // time_based would pass over io_size: the rate bounds what is written
      command.add("--rate=," + most / seconds);
    }
    JsonNode job = run(command, bed).path("jobs").path(0);
    double bytes =
        (job.path("read").path("io_kbytes").asDouble(0)
                + job.path("write").path("io_kbytes").asDouble(0))
            * KIBIBYTE;
    double time =
        Math.max(
                job.path("read").path("runtime").asDouble(0),
                job.path("write").path("runtime").asDouble(0))
            / 1000;
    double theirs = time > 0 ? bytes / time : 0;
    double difference = theirs / ours - 1;
    return new PeerFigure(
        String.join(" ", command),
        theirs,
        theirs / workload.blockBytes(),
        ours,
        difference,
        Math.abs(difference) <= TOLERANCE);
  }

  private static double lastRate(List<Window> windows, double seconds) {
    double bytes = 0;
    double time = 0;
    for (int i = windows.size() - 1; i >= 0 && time < seconds; i--) {
      bytes += windows.get(i).bytes();
      time += windows.get(i).seconds();
    }
    return bytes / time;
  }

  private List<String> command(Workload workload, Path file, int seconds) {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.add("--name=cleave");
    command.add("--filename=" + file.toString().replace(":", "\\:"));
    command.add("--size=" + workload.fileBytes());
    command.add("--rw=" + word(workload.kind()));
    command.add("--bs=" + workload.blockBytes());
    command.add("--iodepth=" + workload.queueDepth());
    command.add("--ioengine=libaio");
    command.add("--direct=1");
    command.add("--time_based");
    command.add("--runtime=" + seconds);
    command.add("--allow_file_create=0");
    command.add("--refill_buffers");
    command.add("--output-format=json");
    if (workload.kind() == WorkloadKind.MIXED) {
      command.add(String.format(Locale.ROOT, "--rwmixread=%.0f", 100 * workload.readShare()));
    }
    return command;
  }

  private static String word(WorkloadKind kind) {
    return switch (kind) {
      case SEQUENTIAL_READ -> "read";
      case SEQUENTIAL_WRITE -> "write";
      case RANDOM_READ -> "randread";
      case RANDOM_WRITE -> "randwrite";
      case MIXED -> "randrw";
      case COPY, FDATASYNC, CREATES, INTEGRITY ->
          throw new IllegalArgumentException("fio has no such load: " + kind);
    };
  }

  private static JsonNode run(List<String> command, WorkloadBed bed) throws IOException {
    Path output = bed.directory().resolve("fio.json");
    Path errors = bed.directory().resolve("fio.err");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start();
      process.getOutputStream().close();
      int exitCode = process.waitFor();
      String text = Files.readString(output, StandardCharsets.UTF_8);
      if (exitCode != 0) {
        String why =
            Files.readString(errors, StandardCharsets.UTF_8).lines().findFirst().orElse("");
        throw new IOException("fio ended with " + exitCode + ": " + why);
      }
      return Json.LINE.readTree(text.substring(Math.max(0, text.indexOf('{'))));
    } catch (JacksonException e) {
      throw new IOException("fio's answer is no JSON: " + e.getOriginalMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } finally {
      Files.deleteIfExists(output);
      Files.deleteIfExists(errors);
    }
  }
}
