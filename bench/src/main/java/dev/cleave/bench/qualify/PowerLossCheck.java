package dev.cleave.bench.qualify;

import dev.cleave.bench.trial.TrialFiles;
import dev.cleave.bench.tune.RefusedException;
import dev.cleave.engine.io.DeviceFile;
import dev.cleave.engine.io.RequestException;
import dev.cleave.tuner.qualify.BadBlock;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a device kept what it said it had. No write begins before the one ahead of it has been
 * acknowledged, so two things prove a sync: the log, and any sector of a later write. The log alone
 * isn't enough: it may end before the device did, as in a pipe that was cut, and what it doesn't
 * know of is no fault then. Every block must be as the last acknowledged write to it left it; the
 * one write behind all of these was under way, and may be there, or not, or some of its sectors.
 */
public final class PowerLossCheck {
  private final StampedWrites writes;
  private final DeviceFile file;
  private final MemorySegment buffer;
  private final byte[] block = new byte[StampedWrites.BLOCK_BYTES];

  private PowerLossCheck(StampedWrites writes, DeviceFile file, Arena arena) {
    this.writes = writes;
    this.file = file;
    this.buffer = arena.allocate(StampedWrites.BLOCK_BYTES, DeviceFile.UNIT_BYTES);
  }

  /**
   * Holds what is there against the log.
   *
   * @throws RefusedException if the log is none, or nothing was acknowledged
   */
  public static PowerLossOutcome run(Path directory, Path log) throws IOException {
    AckLog.Content logged = AckLog.read(log);
    Path own = directory.resolve(PowerLossRecord.DIRECTORY);
    PowerLossOutcome outcome = outcome(own.resolve(PowerLossRecord.FILE), logged);
    if (outcome.acknowledged() == 0) {
      throw new RefusedException(log + " has no acknowledged sync: there is nothing to check");
    }
    if (outcome.isWhole()) {
      TrialFiles.remove(own);
    }
    return outcome;
  }

  private static PowerLossOutcome outcome(Path path, AckLog.Content logged) throws IOException {
    long acknowledged = logged.acknowledged();
    if (Files.notExists(path)) {
      BadBlock all =
          new BadBlock(
              path.toString(), 0, acknowledged, BadBlock.Kind.LOST, "there is no such file");
      return new PowerLossOutcome(acknowledged, acknowledged, 0, List.of(all));
    }
    try (DeviceFile file = DeviceFile.open(path);
        Arena arena = Arena.ofConfined()) {
      file.dropCache();
      return new PowerLossCheck(logged.writes(), file, arena).outcome(acknowledged);
    }
  }

  private PowerLossOutcome outcome(long logged) throws IOException {
    long acknowledged = Math.max(logged, newest() - 1);
    int checked = 0;
    List<BadBlock> bad = new ArrayList<>();
    for (long offset = 0; offset < StampedWrites.FILE_BYTES; offset += block.length) {
      long last = writes.lastTo(offset, acknowledged);
      if (last > 0) {
        checked++;
        BadBlock fault = fault(writes.stamp(last), writes.stamp(acknowledged + 1));
        if (fault != null) {
          bad.add(fault);
        }
      }
    }
    return new PowerLossOutcome(acknowledged, logged, checked, bad);
  }

  /** The newest write of which a sector is there; 0 if none. */
  private long newest() throws IOException {
    long newest = 0;
    for (long offset = 0; offset < StampedWrites.FILE_BYTES; offset += block.length) {
      try {
        read(offset);
        newest = Math.max(newest, writes.newestIn(block, offset));
      } catch (RequestException _) {
        // no witness; if something acknowledged was there, it is a fault below
      }
    }
    return newest;
  }

  private @Nullable BadBlock fault(Stamp last, Stamp underWay) throws IOException {
    String name = file.path().toString();
    try {
      read(last.offset());
    } catch (RequestException e) {
      String why = String.valueOf(e.getMessage());
      return new BadBlock(name, last.offset(), last.generation(), BadBlock.Kind.FAILED, why);
    }
    long before = writes.lastTo(last.offset(), last.generation() - 1);
    Stamp other = underWay.offset() == last.offset() ? underWay : last;
    return last.fault(block, before, other.generation(), 0, name);
  }

  private void read(long offset) throws IOException {
    file.read(buffer, offset);
    MemorySegment.copy(buffer, 0, MemorySegment.ofArray(block), 0, block.length);
  }
}
