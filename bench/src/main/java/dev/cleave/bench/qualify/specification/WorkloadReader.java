package dev.cleave.bench.qualify.specification;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.engine.io.DeviceFile;
import dev.cleave.engine.io.RequestQueue;
import dev.cleave.tuner.qualify.Workload;
import dev.cleave.tuner.qualify.WorkloadKind;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the workload of a requirement. */
final class WorkloadReader {
  /** With fewer windows the statistics bound nothing that is worth knowing. */
  static final int LEAST_WINDOWS = 20;

  private static final int USUAL_WINDOWS = 30;
  private static final double USUAL_SECONDS = 30;
  private static final long USUAL_FILE_BYTES = ByteSize.GIB;
  private static final int MOST_FILES_AT_ONCE = 64;

  private static final Pattern PLAN =
      Pattern.compile("([a-z-]+) depth ([0-9]) chunk ([0-9]{1,6} ?[KM]iB)");

  private final MappingReader from;
  private final WorkloadKind kind;

  private WorkloadReader(MappingReader from, WorkloadKind kind) {
    this.from = from;
    this.kind = kind;
  }

  static Workload read(MappingReader from) throws SpecificationException {
    return new WorkloadReader(from, from.word("workload", WorkloadKind.values())).workload();
  }

  private Workload workload() throws SpecificationException {
    long block = (long) from.quantityOr("block", Unit.SIZE, usualBlock());
    int depth = (int) from.count("queue-depth", usualDepth(), RequestQueue.MOST_REQUESTS);
    double seconds = from.quantityOr("run", Unit.TIME, USUAL_SECONDS);
    double window = from.quantityOr("window", Unit.TIME, seconds / USUAL_WINDOWS);
    long file = (long) from.quantityOr("file-size", Unit.SIZE, (double) USUAL_FILE_BYTES);
    requireBlock(block, depth, file);
    requireWindows(seconds, window);
    return new Workload(
        kind, block, depth, file - file % block, seconds, window, readShare(), rate(), plan());
  }

  private double usualBlock() {
    return switch (kind) {
      case SEQUENTIAL_READ, SEQUENTIAL_WRITE -> ByteSize.MIB;
      case COPY -> ByteSize.MIB;
      case RANDOM_READ, RANDOM_WRITE, MIXED, CREATES -> 4 * ByteSize.KIB;
      case INTEGRITY -> 64 * ByteSize.KIB;
      case FDATASYNC -> 2300; // what etcd's own check writes
    };
  }

  private long usualDepth() {
    return kind.isBlocks() ? 32 : 1;
  }

  private void requireBlock(long block, int depth, long file) throws SpecificationException {
    boolean aligned = kind.isBlocks() || kind == WorkloadKind.INTEGRITY;
    if (block < 1 || (aligned && block % DeviceFile.UNIT_BYTES != 0)) {
      throw from.wrong("block", "a block is a multiple of 4 KiB");
    }
    if (block * depth > RequestQueue.MOST_BUFFER_BYTES || block > 64 * ByteSize.MIB) {
      throw from.wrong("block", "blocks of 64 MiB at most, and 1 GiB of them in flight");
    }
    if (file < block * depth) {
      throw from.wrong("file-size", "a file is no smaller than its blocks in flight");
    }
    if (kind == WorkloadKind.CREATES && depth > MOST_FILES_AT_ONCE) {
      throw from.wrong("queue-depth", "at most " + MOST_FILES_AT_ONCE + " files at once");
    }
    boolean single = kind == WorkloadKind.FDATASYNC || kind == WorkloadKind.COPY;
    if (from.has("queue-depth") && (single || kind == WorkloadKind.INTEGRITY)) {
      throw from.wrong("queue-depth", "the workload " + kind + " has one request at a time");
    }
  }

  private void requireWindows(double seconds, double window) throws SpecificationException {
    if (!(seconds > 0)) {
      throw from.wrong("run", "a run takes time");
    }
    if (!(window > 0) || window > seconds) {
      throw from.wrong("window", "a window is longer than 0 s and no longer than the run");
    }
    if (kind != WorkloadKind.COPY
        && kind != WorkloadKind.INTEGRITY
        && seconds / window < LEAST_WINDOWS - 1e-9) {
      throw from.wrong(
          "window",
          String.format(
              Locale.ROOT,
              "a run of %.4g s has %.0f windows of %.4g s, and it takes %d to decide anything",
              seconds,
              Math.floor(seconds / window),
              window,
              LEAST_WINDOWS));
    }
  }

  private double readShare() throws SpecificationException {
    if (kind != WorkloadKind.MIXED) {
      if (from.has("read-share")) {
        throw from.wrong("read-share", "only the workload mixed has a read-share");
      }
      return 0;
    }
    double share = from.quantityOr("read-share", Unit.SHARE, 0.7);
    if (!(share > 0 && share < 1)) {
      throw from.wrong("read-share", "mixed reads more than 0 % and less than 100 %");
    }
    return share;
  }

  private @Nullable Double rate() throws SpecificationException {
    Double rate = from.quantity("rate", Unit.OPERATIONS);
    boolean canBeDue = kind.isBlocks() || kind == WorkloadKind.FDATASYNC;
    if (rate != null && !(canBeDue && rate > 0)) {
      throw from.wrong("rate", "a rate above 0/s, of reads, writes or fdatasync");
    }
    return rate;
  }

  private @Nullable CopyPlan plan() throws SpecificationException {
    String text = from.textOr("plan", "profile");
    if (kind != WorkloadKind.COPY && from.has("plan")) {
      throw from.wrong("plan", "only the workload copy has a plan");
    }
    if (text.equals("profile")) {
      return null;
    }
    if (text.equals("sequential")) {
      return CopyPlan.SEQUENTIAL;
    }
    Matcher written = PLAN.matcher(text);
    if (written.matches()) {
      for (BackendKind backend : BackendKind.values()) {
        if (backend.toString().equals(written.group(1))) {
          return plan(backend, written);
        }
      }
    }
    throw from.wrong(
        "plan", "a plan is 'profile', 'sequential' or as 'nio depth 2 chunk 4 MiB', not " + text);
  }

  private CopyPlan plan(BackendKind backend, Matcher written) throws SpecificationException {
    try {
      return CopyPlan.SEQUENTIAL
          .withBackend(backend)
          .withSplitDepth(Integer.parseInt(written.group(2)))
          .withChunkBytes(ByteSize.parse(written.group(3)).bytes());
    } catch (IllegalArgumentException e) {
      throw from.wrong("plan", String.valueOf(e.getMessage()));
    }
  }
}
