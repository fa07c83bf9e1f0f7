package dev.cleave.tuner.adapt;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.engine.SlicePlanner;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Lets a copy find a better plan on its way, on slices of the first large files: {@code --adapt}.
 *
 * <p>One file at a time is looked at, the largest part of it by the plan of so far; what other
 * large files go by meanwhile and later is the plan that was kept. Searching ends when no neighbour
 * is left, after {@value #SEARCH_SECONDS} s of slices, or as long as less than 2 GiB of the file
 * are left.
 *
 * <p>Any thread may use it.
 */
public final class AdaptiveCopy implements SlicePlanner {
  /** With less of a file left, nothing new is tried on it: it would hardly pay. */
  public static final long LEAST_BYTES_LEFT = 2 * ByteSize.GIB;

  /** Of slices that are compared. */
  static final double SEARCH_SECONDS = 18;

  /** A slice in which less than this share of the data was moved says nothing of the plan. */
  private static final double LEAST_MOVED = 0.9;

  private static final double NANOS = 1e9;

  private final @Nullable CopyPlan hint;
  private final int mostTasks;
  private final UnaryOperator<CopyPlan> fixed;
  private @Nullable Climb climb;
  private boolean busy;
  private int slices;
  private double seconds;
  private double holdersBytesPerSecond;

  /**
   * @param hint what an earlier copy found, tried first; null if there is none
   * @param mostTasks of a plan that is tried
   * @param fixed makes a plan into one with the settings that the user has asked for: others aren't
   *     tried
   */
  public AdaptiveCopy(@Nullable CopyPlan hint, int mostTasks, UnaryOperator<CopyPlan> fixed) {
    this.hint = hint;
    this.mostTasks = mostTasks;
    this.fixed = fixed;
  }

  @Override
  public int mostTasks() {
    return mostTasks;
  }

  /** What was learned; null if no file was large enough for anything to be tried. */
  public synchronized @Nullable Learned learned() {
    if (climb == null) {
      return null;
    }
    double log = 0;
    for (Finding finding : climb.findings()) {
      log += finding.ending() == Finding.Ending.BETTER ? Math.log(finding.ratio()) : 0;
    }
    return new Learned(
        climb.start(),
        climb.holder(),
        Math.exp(log),
        slices,
        seconds,
        climb.isDone(),
        climb.findings());
  }

  @Override
  public synchronized @Nullable Slices slices(
      CopyPlan start, long dataBytes, UnaryOperator<CopyPlan> fitting) {
    if (SizeClass.of(dataBytes) != SizeClass.LARGE) {
      return null;
    }
    if (climb == null && dataBytes >= LEAST_BYTES_LEFT) {
      climb = new Climb(start, likeStart(start), mostTasks);
    }
    Climb current = climb;
    if (current == null || !current.start().equals(start)) {
      return null;
    }
    if (busy || dataBytes < LEAST_BYTES_LEFT || isOver(current)) {
      return byHolder(current, fitting);
    }
    busy = true;
    current.goOn(plan -> fixed.apply(fitting.apply(plan)));
    return new Tried(current);
  }

  private @Nullable CopyPlan likeStart(CopyPlan start) {
    return hint == null
        ? null
        : hint.withWorkers(start.workers()).withPreallocate(start.preallocate());
  }

  private boolean isOver(Climb current) {
    return current.isDone() || seconds >= SEARCH_SECONDS;
  }

  /** All of a file by the plan that was kept, if it fits there too. */
  private static @Nullable Slices byHolder(Climb current, UnaryOperator<CopyPlan> fitting) {
    CopyPlan plan = current.holder();
    return plan.equals(current.start()) || !fitting.apply(plan).equals(plan)
        ? null
        : new Whole(plan);
  }

  private record Whole(CopyPlan plan) implements Slices {
    @Override
    public Slice next(long dataBytesLeft) {
      return new Slice(plan, dataBytesLeft);
    }

    @Override
    public void copied(Slice slice, long bytesMoved, long nanos, CopyPlan ran) {}

    @Override
    public void close() {}
  }

  /** The file that is looked at. */
  private final class Tried implements Slices {
    private final Climb climbing;
    private long bytes;
    private boolean comparing;

    Tried(Climb climbing) {
      this.climbing = climbing;
    }

    @Override
    public Slice next(long dataBytesLeft) {
      synchronized (AdaptiveCopy.this) {
        comparing = dataBytesLeft >= LEAST_BYTES_LEFT && !isOver(climbing);
        if (!comparing) {
          climbing.pause();
          return new Slice(climbing.holder(), dataBytesLeft);
        }
        CopyPlan plan = climbing.next();
        if (climbing.isBetweenPairs()) {
          bytes = bytesOfPair();
        }
        comparing = !climbing.isDone();
        return new Slice(plan, comparing ? bytes : dataBytesLeft);
      }
    }

    private long bytesOfPair() {
      return holdersBytesPerSecond == 0
          ? SliceSize.FIRST_BYTES
          : SliceSize.bytes(holdersBytesPerSecond, climbing.holder(), climbing.challenger());
    }

    @Override
    public void copied(Slice slice, long bytesMoved, long nanos, CopyPlan ran) {
      synchronized (AdaptiveCopy.this) {
        if (!comparing) {
          return;
        }
        slices++;
        seconds += nanos / NANOS;
        if (!ran.equals(slice.plan())) {
          climbing.failed(slice.plan(), ran);
        } else if (bytesMoved >= LEAST_MOVED * slice.dataBytes()) {
          double bytesPerSecond = bytesMoved * NANOS / Math.max(1, nanos);
          climbing.copied(bytesPerSecond);
          if (slice.plan().equals(climbing.holder())) {
            holdersBytesPerSecond = bytesPerSecond;
          }
        }
      }
    }

    @Override
    public void close() {
      synchronized (AdaptiveCopy.this) {
        climbing.pause();
        busy = false;
      }
    }
  }
}
