package dev.cleave.bench.tune;

import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.CacheState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Divides a tune's budget among size classes and cache states, evenly: what users notice most comes
 * first, and a short tune does a few things properly rather than all of them badly.
 *
 * @param parts in the order in which they are tuned
 * @param leftOut what the budget has no time for
 */
record TuneSchedule(List<TunePart> parts, List<TunePart> leftOut) {
  /** Long files are what most bytes lie in, small ones what most files are. */
  private static final List<SizeClass> MOST_NOTICED_FIRST =
      List.of(SizeClass.LARGE, SizeClass.SMALL, SizeClass.MEDIUM);

  /** With less, a part ends before it has a sweep worth its name. */
  private static final double LEAST_SECONDS = 115;

  TuneSchedule {
    parts = List.copyOf(parts);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * @param seconds for all samples together
   * @param writeBytes likewise; null if unlimited
   * @param sizeClasses those that are asked for, all of which then take part; empty for as many as
   *     there is time for
   */
  static TuneSchedule of(
      double seconds,
      @Nullable Long writeBytes,
      List<SizeClass> sizeClasses,
      List<CacheState> cacheStates) {
    List<TunePart> wanted = new ArrayList<>();
    for (CacheState cacheState : cacheStates) {
      for (SizeClass sizeClass : MOST_NOTICED_FIRST) {
        if (sizeClasses.isEmpty() || sizeClasses.contains(sizeClass)) {
          wanted.add(new TunePart(sizeClass, cacheState, 0, 0));
        }
      }
    }
    int count =
        sizeClasses.isEmpty()
            ? Math.clamp((int) (seconds / LEAST_SECONDS), 1, wanted.size())
            : wanted.size();
    List<TunePart> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double share = (i + 1.0) / count;
      parts.add(
          new TunePart(
              wanted.get(i).sizeClass(),
              wanted.get(i).cacheState(),
              share * seconds,
              writeBytes == null ? Long.MAX_VALUE : (long) (share * writeBytes)));
    }
    return new TuneSchedule(parts, wanted.subList(count, wanted.size()));
  }
}
