package dev.cleave.tuner.profile;

import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The plans that win, by {@link ProfileMatcher}'s rule: at most one per size class and clock. */
final class Choice {
  private final List<Fit> chosen = new ArrayList<>();

  /**
   * @param nearestFirst all there is
   */
  static Choice among(List<Fit> nearestFirst) {
    Choice choice = new Choice();
    choice.add(nearestFirst);
    return choice;
  }

  /** For size classes and clocks for which nothing is chosen yet. */
  void add(List<Fit> nearestFirst) {
    for (MatchLevel level : MatchLevel.values()) {
      take(nearestFirst, level, true);
      take(nearestFirst, level, false);
    }
  }

  private void take(List<Fit> nearestFirst, MatchLevel level, boolean decided) {
    for (Fit fit : nearestFirst) {
      if (fit.level() == level
          && fit.isUsable()
          && fit.isDecided() == decided
          && of(fit.plan().sizeClass(), fit.plan().clock()) == null) {
        chosen.add(fit);
      }
    }
  }

  @Nullable Fit of(SizeClass sizeClass, Clock clock) {
    for (Fit fit : chosen) {
      if (fit.plan().sizeClass() == sizeClass && fit.plan().clock() == clock) {
        return fit;
      }
    }
    return null;
  }

  /** Whether this plan is used; by name, since the first equals of a record costs 10 ms or more. */
  boolean has(Fit fit) {
    Fit taken = of(fit.plan().sizeClass(), fit.plan().clock());
    return taken != null
        && taken.origin() == fit.origin()
        && taken.plan().profile().equals(fit.plan().profile());
  }
}
