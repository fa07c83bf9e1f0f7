package dev.cleave.tuner.profile;

import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.search.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * How a plan of an index fits a copy.
 *
 * @param level the closest one it fits on; of one that fits on none, {@link
 *     MatchLevel#SEQUENTIAL_DEFAULT}
 * @param staleness null if it fits on none
 */
record Fit(IndexedPlan plan, StoreOrigin origin, MatchLevel level, @Nullable Staleness staleness) {
  private static final MatchLevel[] LEVELS = MatchLevel.values();

  static Fit of(IndexedPlan plan, StoreOrigin origin, CopySite site) {
    for (MatchLevel level : LEVELS) {
      if (level.isFor(origin) && level.fits(plan.key(), site.key())) {
        return new Fit(plan, origin, level, Staleness.of(plan, site, level));
      }
    }
    return new Fit(plan, origin, MatchLevel.SEQUENTIAL_DEFAULT, null);
  }

  /** Whether it may be used: not if nothing valid was measured, and a guess isn't borrowed. */
  boolean isUsable() {
    return staleness != null
        && !staleness.excludes()
        && plan.verdict() != Verdict.INVALID
        && (isDecided() || !level.isBorrowed());
  }

  /** Whether the tune found out: INCONCLUSIVE says that it didn't. */
  boolean isDecided() {
    return plan.verdict() == Verdict.TUNED || plan.verdict() == Verdict.KEEP_DEFAULT;
  }

  /** The last level that profiles of its origin are looked at on. */
  private MatchLevel lastTried() {
    return origin == StoreOrigin.SHIPPED ? MatchLevel.SHIPPED_DEFAULT : MatchLevel.SAME_CLASSES;
  }

  /** Of the whole profile. */
  MatchStep step(boolean taken, ProfileKey asked) {
    return new MatchStep(
        plan.profile(), staleness == null ? lastTried() : level, taken, why(taken, asked));
  }

  private String why(boolean taken, ProfileKey asked) {
    if (staleness == null) {
      return "tuned for " + plan.key() + ", not " + asked;
    }
    if (staleness.excludes()) {
      return "" + staleness.advice();
    }
    if (taken) {
      return taken(staleness);
    }
    if (plan.cacheState() == CacheState.WARM) {
      return "its plans are for sources in the page cache";
    }
    return isDecided() ? "a nearer or newer profile goes before it" : "it is " + plan.verdict();
  }

  private String taken(Staleness change) {
    StringBuilder why = new StringBuilder("tuned for ".concat(plan.key().toString()));
    if (level.isBorrowed()) {
      why.append("; ").append(regret());
    }
    String advice = change.advice();
    return advice == null ? why.toString() : why.append("; ").append(advice).toString();
  }

  /** What a plan from elsewhere may lose, as far as anybody has measured it. */
  private String regret() {
    return plan.regretRuns() == 0
        ? "regret to expect: unknown, measured there only"
        : "regret to expect: at most "
            + Math.ceil(1000 * plan.worstRegret()) / 10
            + " %, as in "
            + plan.regretRuns()
            + " runs";
  }

  /** What there is to warn of when it is used; null if nothing. */
  @Nullable String warning() {
    String advice = staleness == null ? null : staleness.advice();
    return advice == null ? null : "profile " + plan.profile() + " is " + advice;
  }
}
