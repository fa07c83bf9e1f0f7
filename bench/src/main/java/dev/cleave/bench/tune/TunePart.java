package dev.cleave.bench.tune;

import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.CacheState;

/**
 * A size class and cache state that a tune deals with, and how far into the budget it may go. What
 * it doesn't use is the next one's.
 *
 * @param untilSeconds of the tune's time
 * @param untilBytes of what the tune may write, all parts before it included; Long.MAX_VALUE if
 *     there is no limit
 */
record TunePart(SizeClass sizeClass, CacheState cacheState, double untilSeconds, long untilBytes) {
  @Override
  public String toString() {
    return sizeClass + " files" + (cacheState == CacheState.WARM ? " in the page cache" : "");
  }
}
