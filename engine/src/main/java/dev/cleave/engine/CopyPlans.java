package dev.cleave.engine;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** The plan to use for each size class. */
public record CopyPlans(Map<SizeClass, CopyPlan> byClass) {
  public CopyPlans {
    EnumMap<SizeClass, CopyPlan> copy = new EnumMap<>(byClass);
    if (copy.size() != SizeClass.values().length) {
      throw new IllegalArgumentException("a plan is missing: " + byClass.keySet());
    }
    byClass = Collections.unmodifiableMap(copy);
  }

  /** The same plan for every file. */
  public static CopyPlans all(CopyPlan plan) {
    EnumMap<SizeClass, CopyPlan> plans = new EnumMap<>(SizeClass.class);
    for (SizeClass sizeClass : SizeClass.values()) {
      plans.put(sizeClass, plan);
    }
    return new CopyPlans(plans);
  }

  public CopyPlans with(SizeClass sizeClass, CopyPlan plan) {
    EnumMap<SizeClass, CopyPlan> plans = new EnumMap<>(byClass);
    plans.put(sizeClass, plan);
    return new CopyPlans(plans);
  }

  /** The plan of a file with so many bytes of data. */
  public CopyPlan ofBytes(long dataBytes) {
    return of(SizeClass.of(dataBytes));
  }

  public CopyPlan of(SizeClass sizeClass) {
    CopyPlan plan = byClass.get(sizeClass);
    if (plan == null) {
      throw new IllegalStateException("no plan for " + sizeClass);
    }
    return plan;
  }
}
