package dev.cleave.bench.qualify;

import dev.cleave.engine.io.DeviceFile;
import dev.cleave.engine.io.RequestException;
import dev.cleave.engine.io.RoomError;
import dev.cleave.tuner.qualify.BadBlock;
import dev.cleave.tuner.qualify.Measurement;
import dev.cleave.tuner.qualify.Window;
import dev.cleave.tuner.qualify.Workload;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Stamped blocks written in random order, synced, read back past the page cache and checked; then
 * written again, at least {@value #LEAST_GENERATIONS} times and until the time is over.
 */
final class IntegrityRunner implements WorkloadRunner {
  private static final int LEAST_GENERATIONS = 3;
  private static final int MOST_KEPT = 1000;
  private static final double NANOS = 1e9;

  @Override
  public Measurement run(Workload workload, WorkloadBed bed, int pass) throws IOException {
    try (DeviceFile file = bed.empty("stamped", workload.fileBytes());
        Arena arena = Arena.ofConfined()) {
      return new Check(workload, bed, file, arena).run(pass);
    }
  }

  private static final class Check {
    private final Workload workload;
    private final WorkloadBed bed;
    private final DeviceFile file;
    private final MemorySegment buffer;
    private final byte[] block;
    private final int blocks;
    private final long number;
    private final long zero = System.nanoTime();
    private final long[] readBefore;
    private final boolean[] unwritten;
    private final List<BadBlock> bad = new ArrayList<>();
    private long badCount;
    private long checked;
    private long written;
    private @Nullable String stopped;

    Check(Workload workload, WorkloadBed bed, DeviceFile file, Arena arena) {
      this.workload = workload;
      this.bed = bed;
      this.file = file;
      int bytes = (int) workload.blockBytes();
      this.buffer = arena.allocate(bytes, DeviceFile.UNIT_BYTES);
      this.block = new byte[bytes];
      this.blocks = (int) (workload.fileBytes() / bytes);
      this.number = bed.seed();
      this.readBefore = new long[blocks];
      this.unwritten = new boolean[blocks];
    }

    Measurement run(int pass) throws IOException {
      long generation = 1;
      while (stopped == null && (generation <= LEAST_GENERATIONS || !isTimeOver())) {
        write(generation);
        file.dropCache();
        if (stopped == null) {
          read(generation);
        }
        generation++;
      }
      double seconds = (System.nanoTime() - zero) / NANOS;
      List<String> warnings = new ArrayList<>();
      if (!file.isDirect()) {
        warnings.add("blocks were read back " + file.how());
      }
      if (badCount > bad.size()) {
        warnings.add(badCount + " blocks were bad; the first " + bad.size() + " are kept");
      }
      return new Measurement(
          workload,
          pass,
          "one request at a time, " + file.how(),
          0,
          seconds,
          List.of(
              new Window(0, seconds, written + checked * block.length, written, checked, "", null)),
          bad,
          checked,
          stopped,
          null,
          null,
          warnings);
    }

    private boolean isTimeOver() {
      return System.nanoTime() - zero >= workload.seconds() * NANOS;
    }

    private boolean isStopped() {
      if (bed.isOver()) {
        stopped = "interrupted";
      }
      return stopped != null;
    }

    private void write(long generation) throws IOException {
      for (int index : shuffled(generation)) {
        if (isStopped()) {
          return;
        }
        if (!bed.budget().take(block.length)) {
          stopped = "the write budget is used up";
          return;
        }
        Stamp stamp = stamp(index, generation);
        stamp.fill(block);
        MemorySegment.copy(MemorySegment.ofArray(block), 0, buffer, 0, block.length);
        try {
          file.write(buffer, stamp.offset());
          written += block.length;
          unwritten[index] = false;
        } catch (RequestException e) {
          if (RoomError.isBehind(e)) {
            throw e;
          }
          unwritten[index] = true; // known to be so: it is no lost write as well
          failed(stamp, e);
        }
      }
    }

    private void read(long generation) throws IOException {
      for (int index = 0; index < blocks && !isStopped(); index++) {
        if (unwritten[index]) {
          continue;
        }
        Stamp stamp = stamp(index, generation);
        try {
          file.read(buffer, stamp.offset());
        } catch (RequestException e) {
          failed(stamp, e);
          continue;
        }
        MemorySegment.copy(buffer, 0, MemorySegment.ofArray(block), 0, block.length);
        checked++;
        BadBlock fault = stamp.fault(block, readBefore[index], "stamped");
        if (fault == null) {
          readBefore[index] = generation;
        } else {
          keep(fault);
        }
      }
    }

    private Stamp stamp(int index, long generation) {
      return new Stamp(number, (long) index * block.length, generation);
    }

    private void failed(Stamp stamp, RequestException e) {
      keep(
          new BadBlock(
              "stamped",
              stamp.offset(),
              stamp.generation(),
              BadBlock.Kind.FAILED,
              String.valueOf(e.getMessage())));
    }

    private void keep(BadBlock fault) {
      badCount++;
      if (bad.size() < MOST_KEPT) {
        bad.add(fault);
      }
    }

    private int[] shuffled(long generation) {
      int[] order = new int[blocks];
      SplittableRandom random = new SplittableRandom(bed.seed() + generation);
      for (int i = 0; i < blocks; i++) {
        int other = random.nextInt(i + 1);
        order[i] = order[other];
        order[other] = i;
      }
      return order;
    }
  }
}
