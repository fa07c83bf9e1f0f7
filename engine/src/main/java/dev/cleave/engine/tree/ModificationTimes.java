package dev.cleave.engine.tree;

import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.FileStatus.Timestamp;

/** Compares times of modification for {@code --update}. */
final class ModificationTimes {
  private static final long SECOND_NANOS = 1_000_000_000;

  private ModificationTimes() {}

  /**
   * Whether the target's data is older than the source's.
   *
   * @param preserved whether the target may be an earlier copy with the source's time, less what
   *     its file system can't keep of that: FAT has times of two seconds
   */
  static boolean isOlder(FileStatus target, FileStatus source, boolean preserved) {
    Timestamp kept =
        preserved ? truncated(source.modified(), unitNanos(target)) : source.modified();
    return target.modified().compareTo(kept) < 0;
  }

  private static Timestamp truncated(Timestamp time, long unitNanos) {
    if (unitNanos > SECOND_NANOS) {
      return new Timestamp(Math.floorDiv(time.seconds(), 2L) * 2, 0);
    }
    return new Timestamp(time.seconds(), (int) (time.nanos() - time.nanos() % unitNanos));
  }

  /**
   * The coarsest unit that the target's times are all multiples of. cp tells true resolution from
   * chance by setting the target's time and reading it back; but a target that is not to be copied
   * should not be changed either, and nine digits of three times are seldom 0 by chance.
   */
  private static long unitNanos(FileStatus target) {
    Timestamp[] times = {target.accessed(), target.modified(), target.changed()};
    long unit = 1;
    while (unit < SECOND_NANOS && areMultiples(times, unit * 10)) {
      unit *= 10;
    }
    return unit == SECOND_NANOS && areEvenSeconds(times) ? 2 * SECOND_NANOS : unit;
  }

  private static boolean areMultiples(Timestamp[] times, long unitNanos) {
    for (Timestamp time : times) {
      if (time.nanos() % unitNanos != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean areEvenSeconds(Timestamp[] times) {
    for (Timestamp time : times) {
      if (time.seconds() % 2 != 0) {
        return false;
      }
    }
    return true;
  }
}
