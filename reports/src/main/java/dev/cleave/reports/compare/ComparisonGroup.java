package dev.cleave.reports.compare;

import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The comparisons of one run, size class, cache state and clock: what a table shows. */
public record ComparisonGroup(
    int run,
    SizeClass sizeClass,
    CacheState cacheState,
    Clock clock,
    List<PlanComparison> comparisons) {
  private record Key(int run, SizeClass sizeClass, CacheState cacheState, Clock clock) {
    static Key of(PlanComparison compared) {
      return new Key(compared.run(), compared.sizeClass(), compared.cacheState(), compared.clock());
    }
  }

  public ComparisonGroup {
    comparisons = List.copyOf(comparisons);
  }

  /** All of them, in their order; what decides stands first in each. */
  public static List<ComparisonGroup> allOf(RunComparison compared) {
    Map<Key, List<PlanComparison>> groups = new LinkedHashMap<>();
    for (boolean decides : new boolean[] {true, false}) {
      compared.comparisons().stream()
          .filter(one -> one.decides() == decides)
          .forEach(one -> groups.computeIfAbsent(Key.of(one), _ -> new ArrayList<>()).add(one));
    }
    return groups.entrySet().stream()
        .map(
            group ->
                new ComparisonGroup(
                    group.getKey().run(),
                    group.getKey().sizeClass(),
                    group.getKey().cacheState(),
                    group.getKey().clock(),
                    group.getValue()))
        .toList();
  }
}
