package dev.cleave.bench.qualify;

import dev.cleave.bench.tune.RefusedException;
import dev.cleave.engine.Cancellation;
import dev.cleave.engine.io.DeviceFile;
import dev.cleave.tuner.device.StorageProbe;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes stamped blocks one by one, each synced and then logged in another place, for {@link
 * PowerLossCheck} to hold against each other when the machine has lost its power.
 *
 * <p>What is written lies in {@value #DIRECTORY}, which outlives the run on purpose; a check that
 * finds all of it removes it.
 */
public final class PowerLossRecord {
  static final String DIRECTORY = ".cleave-power-loss";
  static final String FILE = "stamped";

  private static final double NANOS = 1e9;

  private PowerLossRecord() {}

  /**
   * Writes, syncs and logs until the time is over or the power is gone.
   *
   * @param log a file on another device, or {@code -} for {@code out}, as for a pipe to another
   *     host
   * @throws RefusedException if the log lies on the same file system, or an earlier record is left
   */
  public static void run(
      Path directory, String log, PrintStream out, double seconds, Cancellation cancellation)
      throws IOException {
    Path own = directory.resolve(DIRECTORY);
    if (Files.exists(own)) {
      throw new RefusedException(own + " is there already: check it, or remove it");
    }
    if (!log.equals("-")) {
      requireElsewhere(directory, Path.of(log));
    }
    Files.createDirectory(own);
    StampedWrites writes = new StampedWrites(System.nanoTime() ^ ProcessHandle.current().pid());
    try (AckLog acks = AckLog.create(log, out, writes.record());
        DeviceFile file = DeviceFile.create(own.resolve(FILE), StampedWrites.FILE_BYTES);
        Arena arena = Arena.ofConfined()) {
      file.sync();
      syncDirectory(own);
      syncDirectory(directory);
      write(file, arena, writes, acks, seconds, cancellation);
    }
  }

  private static void write(
      DeviceFile file,
      Arena arena,
      StampedWrites writes,
      AckLog acks,
      double seconds,
      Cancellation cancellation)
      throws IOException {
    MemorySegment buffer = arena.allocate(StampedWrites.BLOCK_BYTES, DeviceFile.UNIT_BYTES);
    byte[] block = new byte[StampedWrites.BLOCK_BYTES];
    long end = System.nanoTime() + (long) (seconds * NANOS);
    for (long write = 1; System.nanoTime() < end && !cancellation.isCancelled(); write++) {
      Stamp stamp = writes.stamp(write);
      stamp.fill(block);
      MemorySegment.copy(MemorySegment.ofArray(block), 0, buffer, 0, block.length);
      file.write(buffer, stamp.offset());
      file.sync();
      acks.acknowledged(stamp);
    }
  }

  private static void requireElsewhere(Path directory, Path log) throws RefusedException {
    StorageProbe probe = StorageProbe.ofThisMachine();
    String device = probe.probe(directory).mount().device();
    if (device.equals(probe.probe(log).mount().device())) {
      throw new RefusedException(
          "the log must lie on another disk or host, or it is lost with the power as well: " + log);
    }
  }

  static void syncDirectory(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
