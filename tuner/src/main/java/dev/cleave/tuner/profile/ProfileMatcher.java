package dev.cleave.tuner.profile;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the plans for a copy between two devices.
 *
 * <p>For each size class and clock by itself the first plan wins: the closest level first; on a
 * level what was decided (TUNED or KEEP_DEFAULT) before what was INCONCLUSIVE, so that a short tune
 * on a noisy day never takes the place of knowledge; among these the nearer index, and in it the
 * newer profile. INVALID is never used. Where nothing is left, the sequential default.
 *
 * <p>On the start-up path of every copy: no Jackson, regular expressions, streams or lambdas.
 */
public final class ProfileMatcher {
  private static final MatchLevel[] LEVELS = MatchLevel.values();

  private final List<ProfileIndex> nearestFirst;

  /**
   * @param nearestFirst the user's index before the site's
   */
  public ProfileMatcher(List<ProfileIndex> nearestFirst) {
    this.nearestFirst = List.copyOf(nearestFirst);
  }

  /**
   * Finds at the least the sequential default.
   *
   * @param source the identity of the source's storage stack
   * @param destination the identity of the destination's
   */
  public ProfileMatch match(String source, String destination) {
    ProfileKey asked = new ProfileKey(source, destination);
    Choice choice = Choice.among(nearestFirst, asked);
    List<MatchStep> chain = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (ProfileIndex index : nearestFirst) {
      chain.addAll(steps(index, asked, choice));
      warnings.addAll(index.warnings());
    }
    Map<SizeClass, Map<Clock, MatchedPlan>> plans = plans(choice, asked);
    chain.add(lastStep(plans, asked));
    return new ProfileMatch(firstTaken(chain), plans, chain, warnings);
  }

  private static Map<SizeClass, Map<Clock, MatchedPlan>> plans(Choice choice, ProfileKey asked) {
    Map<SizeClass, Map<Clock, MatchedPlan>> plans = new EnumMap<>(SizeClass.class);
    for (SizeClass sizeClass : SizeClass.values()) {
      Map<Clock, MatchedPlan> clocks = new EnumMap<>(Clock.class);
      for (Clock clock : Clock.values()) {
        clocks.put(clock, matched(choice.of(sizeClass, clock), asked));
      }
      plans.put(sizeClass, clocks);
    }
    return plans;
  }

  private static MatchedPlan matched(@Nullable IndexedPlan plan, ProfileKey asked) {
    if (plan == null) {
      return new MatchedPlan(
          CopyPlan.SEQUENTIAL, null, MatchLevel.SEQUENTIAL_DEFAULT + ": no profile for " + asked);
    }
    return new MatchedPlan(
        plan.plan(),
        plan.profile(),
        "profile " + plan.profile() + ": " + plan.verdict() + ", " + level(plan, asked));
  }

  /** One step for each profile of the index. */
  private static List<MatchStep> steps(ProfileIndex index, ProfileKey asked, Choice choice) {
    Map<String, MatchStep> steps = new LinkedHashMap<>();
    for (IndexedPlan plan : index.plans()) {
      MatchStep step = steps.get(plan.profile());
      if (step == null || !step.taken()) {
        steps.put(plan.profile(), step(plan, asked, choice.has(plan)));
      }
    }
    return new ArrayList<>(steps.values());
  }

  private static MatchStep step(IndexedPlan plan, ProfileKey asked, boolean taken) {
    MatchLevel level = level(plan, asked);
    String why;
    if (level == MatchLevel.SEQUENTIAL_DEFAULT) {
      level = LEVELS[LEVELS.length - 2];
      why = "tuned for " + plan.key() + ", not " + asked;
    } else if (taken) {
      why = "tuned for " + plan.key();
    } else if (Choice.isDecided(plan)) {
      why = "a nearer or newer profile goes before it";
    } else {
      why = "it is " + plan.verdict();
    }
    return new MatchStep(plan.profile(), level, taken, why);
  }

  /**
   * The closest level the plan fits on; {@link MatchLevel#SEQUENTIAL_DEFAULT} if it fits on none.
   */
  private static MatchLevel level(IndexedPlan plan, ProfileKey asked) {
    for (MatchLevel level : LEVELS) {
      if (level.fits(plan, asked)) {
        return level;
      }
    }
    return MatchLevel.SEQUENTIAL_DEFAULT;
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
            ? "no profile for " + asked + " has a plan for all files of class " + without
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
