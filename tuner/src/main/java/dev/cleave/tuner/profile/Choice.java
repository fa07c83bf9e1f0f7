package dev.cleave.tuner.profile;

import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.search.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The plans that win, by {@link ProfileMatcher}'s rule: at most one per size class and clock. */
final class Choice {
  private final List<IndexedPlan> chosen = new ArrayList<>();

  static Choice among(List<ProfileIndex> nearestFirst, ProfileKey asked) {
    Choice choice = new Choice();
    for (MatchLevel level : MatchLevel.values()) {
      choice.take(nearestFirst, asked, level, true);
      choice.take(nearestFirst, asked, level, false);
    }
    return choice;
  }

  private void take(
      List<ProfileIndex> nearestFirst, ProfileKey asked, MatchLevel level, boolean decided) {
    for (ProfileIndex index : nearestFirst) {
      for (IndexedPlan plan : index.plans()) {
        if (plan.verdict() != Verdict.INVALID
            && isDecided(plan) == decided
            && level.fits(plan, asked)
            && of(plan.sizeClass(), plan.clock()) == null) {
          chosen.add(plan);
        }
      }
    }
  }

  /** Whether the tune found out: INCONCLUSIVE says that it didn't. */
  static boolean isDecided(IndexedPlan plan) {
    return plan.verdict() == Verdict.TUNED || plan.verdict() == Verdict.KEEP_DEFAULT;
  }

  @Nullable IndexedPlan of(SizeClass sizeClass, Clock clock) {
    for (IndexedPlan plan : chosen) {
      if (plan.sizeClass() == sizeClass && plan.clock() == clock) {
        return plan;
      }
    }
    return null;
  }

  /** Whether this plan is used; by name, since the first equals of a record costs 10 ms or more. */
  boolean has(IndexedPlan plan) {
    IndexedPlan taken = of(plan.sizeClass(), plan.clock());
    return taken != null && taken.profile().equals(plan.profile());
  }
}
