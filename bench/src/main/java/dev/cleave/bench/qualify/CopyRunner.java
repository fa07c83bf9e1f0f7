package dev.cleave.bench.qualify;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.CopyEngine;
import dev.cleave.engine.CopyOutcome;
import dev.cleave.engine.CopyRequest;
import dev.cleave.engine.PageCache;
import dev.cleave.engine.io.DeviceFile;
import dev.cleave.engine.io.RoomError;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.ReflinkMode;
import dev.cleave.tuner.qualify.Measurement;
import dev.cleave.tuner.qualify.Window;
import dev.cleave.tuner.qualify.Workload;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * A file copied by the engine, again and again: from a cold source to a new target, until the data
 * is on the device. Each copy is one window.
 */
final class CopyRunner implements WorkloadRunner {
  private static final double NANOS = 1e9;
  private static final CopyOptions BYTES_MOVE =
      CopyOptions.builder().reflink(ReflinkMode.NEVER).build();

  @Override
  public Measurement run(Workload workload, WorkloadBed bed, int pass) throws IOException {
    CopyChoice choice =
        workload.plan() == null
            ? bed.plans().get()
            : new CopyChoice(workload.plan(), "as the specification says");
    long before = bed.budget().written();
    Path target = bed.directory().resolve("copy");
    List<Window> windows = new ArrayList<>();
    @Nullable String stopped = null;
    long laidOut;
    double used = 0;
    try (DeviceFile source = bed.laidOut("source", workload.fileBytes())) {
      bed.requireRoom(workload.fileBytes());
      laidOut = bed.budget().written() - before;
      while (used < workload.seconds() && stopped == null) {
        if (!bed.budget().take(workload.fileBytes())) {
          stopped = "the write budget is used up";
          break;
        }
        PageCache.evict(BytePath.of(source.path()));
        long begun = System.nanoTime();
        copy(source.path(), target, choice, bed);
        double seconds = (System.nanoTime() - begun) / NANOS;
        requireSame(source.path(), target);
        Files.delete(target);
        windows.add(
            new Window(
                used,
                seconds,
                workload.fileBytes(),
                workload.fileBytes(),
                1,
                latency(seconds),
                null));
        used += seconds;
      }
    } catch (CancellationException e) {
      stopped = "interrupted";
      laidOut = 0;
    } finally {
      Files.deleteIfExists(target);
      Files.deleteIfExists(bed.directory().resolve("source"));
    }
    return new Measurement(
        workload,
        pass,
        choice.plan() + " (" + choice.why() + ")",
        laidOut,
        used,
        windows,
        List.of(),
        0,
        stopped,
        null,
        null,
        List.of());
  }

  private static void copy(Path source, Path target, CopyChoice choice, WorkloadBed bed)
      throws IOException {
    CopyOutcome outcome =
        CopyEngine.copy(
            CopyRequest.of(BytePath.of(source), BytePath.of(target), choice.plan())
                .withOptions(BYTES_MOVE)
                .withCancellation(bed.cancellation()));
    if (outcome.errors().stream().anyMatch(RoomError::isBehind)) {
      throw new WorkloadException("a copy failed: " + outcome.errors());
    }
    if (!outcome.isComplete()) {
      throw new IOException("a copy failed: " + outcome.errors());
    }
    try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void requireSame(Path source, Path target) throws IOException {
    if (Files.mismatch(source, target) >= 0) {
      throw new IOException("a copy differs from its source");
    }
  }

  private static String latency(double seconds) {
    Latencies one = new Latencies();
    one.record((long) (seconds * NANOS));
    return one.encoded();
  }
}
