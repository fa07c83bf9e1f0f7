package dev.cleave.tuner.profile;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the plans for a copy between two devices.
 *
 * <p>For each size class and clock by itself the first plan wins: the closest level first; on a
 * level what was decided (TUNED or KEEP_DEFAULT) before what was INCONCLUSIVE, so that a short tune
 * on a noisy day never takes the place of knowledge; among these the nearer index, and in it the
 * newer profile. INVALID is never used, what is INCONCLUSIVE not for other devices, and what is
 * stale by the rule of the package with a warning or not at all. Where nothing is left, the
 * sequential default.
 *
 * <p>What wins is decided by the plans for cold sources. Where the source is warm and the winner
 * was tuned for warm sources too, and found out, its plan for those is taken instead.
 *
 * <p>On the start-up path of every copy: no Jackson, regular expressions, streams or lambdas.
 */
public final class ProfileMatcher {
  private final List<ProfileIndex> nearestFirst;

  /**
   * @param nearestFirst the user's index before the site's, and that before the shipped one
   */
  public ProfileMatcher(List<ProfileIndex> nearestFirst) {
    this.nearestFirst = List.copyOf(nearestFirst);
  }

  /** Finds at the least the sequential default, for a cold source. */
  public ProfileMatch match(CopySite site) {
    return match(site, CacheState.COLD);
  }

  /**
   * Finds at the least the sequential default.
   *
   * @param source whether the source is in the page cache
   */
  public ProfileMatch match(CopySite site, CacheState source) {
    List<Fit> fits = new ArrayList<>();
    List<Fit> cold = new ArrayList<>();
    List<Fit> warm = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (ProfileIndex index : nearestFirst) {
      for (IndexedPlan plan : index.plans()) {
        Fit fit = Fit.of(plan, index.origin(), site);
        fits.add(fit);
        (plan.cacheState() == CacheState.COLD ? cold : warm).add(fit);
      }
      warnings.addAll(index.warnings());
    }
    List<Fit> usedWarm = source == CacheState.WARM ? warm : List.of();
    Choice choice = Choice.among(cold);
    choice.add(usedWarm);
    List<MatchStep> chain = steps(fits, choice, site.key(), warnings);
    Map<SizeClass, Map<Clock, MatchedPlan>> plans = plans(choice, usedWarm, site.key());
    chain.add(lastStep(plans, site.key()));
    return new ProfileMatch(firstTaken(chain), plans, chain, warnings);
  }

  private static Map<SizeClass, Map<Clock, MatchedPlan>> plans(
      Choice choice, List<Fit> warm, ProfileKey asked) {
    Map<SizeClass, Map<Clock, MatchedPlan>> plans = new EnumMap<>(SizeClass.class);
    for (SizeClass sizeClass : SizeClass.values()) {
      Map<Clock, MatchedPlan> clocks = new EnumMap<>(Clock.class);
      for (Clock clock : Clock.values()) {
        clocks.put(clock, matched(choice.of(sizeClass, clock), warm, asked));
      }
      plans.put(sizeClass, clocks);
    }
    return plans;
  }

  private static MatchedPlan matched(@Nullable Fit fit, List<Fit> warm, ProfileKey asked) {
    if (fit == null) {
      return new MatchedPlan(
          CopyPlan.SEQUENTIAL,
          null,
          MatchLevel.SEQUENTIAL_DEFAULT + ", assumed: no profile for " + asked);
    }
    Fit better = warmed(fit, warm);
    IndexedPlan plan = better == null ? fit.plan() : better.plan();
    return new MatchedPlan(
        plan.plan(),
        plan.profile(),
        "profile "
            + plan.profile()
            + ": "
            + plan.verdict()
            + ", "
            + fit.level()
            + (better == null ? "" : ", for a warm source"));
  }

  /** What the same profile has for a warm source; null if it didn't find out. */
  private static @Nullable Fit warmed(Fit cold, List<Fit> warm) {
    for (Fit fit : warm) {
      if (fit.origin() == cold.origin()
          && fit.plan().profile().equals(cold.plan().profile())
          && fit.plan().sizeClass() == cold.plan().sizeClass()
          && fit.plan().clock() == cold.plan().clock()
          && fit.isDecided()) {
        return fit;
      }
    }
    return null;
  }

  /** One step for each profile of each index: that of a plan which is taken, or of its first. */
  private static List<MatchStep> steps(
      List<Fit> fits, Choice choice, ProfileKey asked, List<String> warnings) {
    List<MatchStep> steps = new ArrayList<>();
    for (int first = 0; first < fits.size(); ) {
      int end = endOfProfile(fits, first);
      Fit shown = fits.get(first);
      boolean taken = false;
      for (int i = first; i < end && !taken; i++) {
        taken = choice.has(fits.get(i));
        shown = taken ? fits.get(i) : shown;
      }
      steps.add(shown.step(taken, asked));
      String warning = taken ? shown.warning() : null;
      if (warning != null) {
        warnings.add(warning);
      }
      first = end;
    }
    return steps;
  }

  private static int endOfProfile(List<Fit> fits, int first) {
    Fit start = fits.get(first);
    int end = first + 1;
    while (end < fits.size()
        && fits.get(end).origin() == start.origin()
        && fits.get(end).plan().profile().equals(start.plan().profile())) {
      end++;
    }
    return end;
  }

  private static MatchStep lastStep(
      Map<SizeClass, Map<Clock, MatchedPlan>> plans, ProfileKey asked) {
    StringBuilder without = new StringBuilder();
    for (Map.Entry<SizeClass, Map<Clock, MatchedPlan>> entry : plans.entrySet()) {
      for (MatchedPlan plan : entry.getValue().values()) {
        if (plan.profile() == null) {
          without.append(without.isEmpty() ? "" : ", ").append(entry.getKey());
          break;
        }
      }
    }
    boolean taken = !without.isEmpty();
    return new MatchStep(
        null,
        MatchLevel.SEQUENTIAL_DEFAULT,
        taken,
        taken
            ? "assumed: no profile for " + asked + " has a plan for all files of class " + without
            : "profiles have a plan for all files");
  }

  private static @Nullable String firstTaken(List<MatchStep> chain) {
    for (MatchStep step : chain) {
      if (step.taken()) {
        return step.profile();
      }
    }
    return null;
  }
}
