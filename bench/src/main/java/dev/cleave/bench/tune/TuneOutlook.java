package dev.cleave.bench.tune;

import dev.cleave.engine.SizeClass;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.DataShape;
import dev.cleave.tuner.search.SweepPlan;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a tune would do.
 *
 * @param leftOut size classes that the budget has no time for
 * @param without backends that don't work here, and why
 */
public record TuneOutlook(
    List<Part> parts, List<String> leftOut, Map<BackendKind, String> without) {
  public TuneOutlook {
    parts = List.copyOf(parts);
    leftOut = List.copyOf(leftOut);
    Map<BackendKind, String> copy = new EnumMap<>(BackendKind.class);
    copy.putAll(without);
    without = Collections.unmodifiableMap(copy);
  }

  /** One size class and cache state of it. */
  public record Part(SizeClass sizeClass, CacheState cacheState, DataShape data, SweepPlan plan) {}
}
