package dev.cleave.tuner.simulate;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.MemoryBudget;
import dev.cleave.engine.SlicePlanner.Slice;
import dev.cleave.engine.SlicePlanner.Slices;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.tuner.adapt.AdaptiveCopy;
import dev.cleave.tuner.adapt.Learned;
import dev.cleave.tuner.adapt.Reach;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One long copy from and to a device whose truth is known, everything drawn from a seed: the search
 * of {@code copy --adapt} sees its slices with their noise, and is scored by their true times.
 *
 * <p>A slice that takes as long as a copy of a tune has that copy's noise; a shorter one has more
 * of it, and a longer one less, as if its parts were independent. What a tune's copies share within
 * a round is here what slices share for {@value #BLOCK_SECONDS} s, and the device drifts.
 */
final class SimulatedCopy {
  /** What the best plan takes. */
  static final double SECONDS = 60;

  private static final double BLOCK_SECONDS = 5;
  private static final long REFERENCE_BYTES = 256 * ByteSize.MIB;
  private static final long STEP_BYTES = REFERENCE_BYTES / 4;
  private static final long MEMORY_BYTES = 256 * ByteSize.MIB;
  private static final int MOST_TASKS = 8;
  private static final double NANOS = 1e9;
  private static final CopyPlan DEFAULT = CopyPlan.SEQUENTIAL;
  private static final Set<BackendKind> BACKENDS =
      EnumSet.of(BackendKind.NIO, BackendKind.KERNEL, BackendKind.DIRECT);

  private final Random random;
  private final Surface surface;
  private final double noise;
  private final double driftPerMinute;
  private final Pace pace;
  private double block = 1;
  private long blockNumber = -1;

  SimulatedCopy(SurfaceKind kind, double noise, long seed) {
    this.random = new Random(seed);
    this.surface = kind.draw(random);
    this.noise = noise;
    this.driftPerMinute = Disturbance.draw(noise, random).driftPerMinute();
    this.pace = Pace.draw(random);
  }

  /** How far a copy is. */
  private final class Way {
    private long bytes;
    private double seconds;

    /** Copies so much more, and returns the seconds it truly takes. */
    double copy(CopyPlan plan, long more) {
      double before = seconds;
      for (long rest = more; rest > 0; rest -= STEP_BYTES) {
        step(plan, Math.min(rest, STEP_BYTES));
      }
      return seconds - before;
    }

    void step(CopyPlan plan, long more) {
      DeviceState state = new DeviceState(seconds, bytes / REFERENCE_BYTES);
      double ratio =
          surface.speed(plan, state) / surface.speed(CopyPlan.SEQUENTIAL, DeviceState.FRESH);
      seconds += pace.defaultSeconds() * more / REFERENCE_BYTES / ratio * drift(seconds);
      bytes += more;
    }
  }

  private double drift(double seconds) {
    return new Disturbance(0, 0, driftPerMinute).copy(new Random(0), seconds);
  }

  private static CopyPlan fitting(CopyPlan plan) {
    CopyPlan fitting = MemoryBudget.fit(plan, MEMORY_BYTES);
    return BACKENDS.contains(plan.backend()) ? fitting : fitting.withBackend(BackendKind.NIO);
  }

  AdaptedCopy run() {
    long bytes = 0;
    for (CopyPlan plan : Reach.of(DEFAULT, SimulatedCopy::fitting, MOST_TASKS)) {
      bytes = Math.max(bytes, bytesInTime(plan));
    }
    double byDefault = new Way().copy(DEFAULT, bytes);
    AdaptiveCopy planner = new AdaptiveCopy(null, MOST_TASKS, UnaryOperator.identity());
    double adapted = adapted(planner, bytes);
    Learned learned = Objects.requireNonNull(planner.learned());
    long moves = learned.findings().stream().filter(it -> it.ending().isMove()).count();
    return new AdaptedCopy(
        SECONDS / adapted,
        byDefault / adapted,
        SECONDS / new Way().copy(learned.plan(), bytes),
        learned.seconds(),
        (int) moves);
  }

  private long bytesInTime(CopyPlan plan) {
    Way way = new Way();
    while (way.seconds < SECONDS) {
      way.step(plan, STEP_BYTES);
    }
    return way.bytes;
  }

  private double adapted(AdaptiveCopy planner, long bytes) {
    Way way = new Way();
    try (Slices slices =
        Objects.requireNonNull(planner.slices(DEFAULT, bytes, SimulatedCopy::fitting))) {
      while (way.bytes < bytes) {
        Slice slice = slices.next(bytes - way.bytes);
        long size = Math.min(slice.dataBytes(), bytes - way.bytes);
        double seconds = way.copy(slice.plan(), size);
        slices.copied(slice, size, seen(seconds, way.seconds), slice.plan());
      }
    }
    return way.seconds;
  }

  /** What a clock shows of so many seconds. */
  private long seen(double seconds, double atSeconds) {
    long number = (long) (atSeconds / BLOCK_SECONDS);
    if (number != blockNumber) {
      blockNumber = number;
      block = new Disturbance(0, noise, 0).block(random);
    }
    double ofSlice = noise * Math.sqrt(pace.defaultSeconds() / seconds);
    double factor = block * new Disturbance(ofSlice, 0, 0).copy(random, 0);
    return Math.round(seconds * factor * NANOS);
  }
}
