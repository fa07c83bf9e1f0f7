package dev.cleave.bench.cli;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.CopyPlans;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.profile.CopySite;
import dev.cleave.tuner.profile.FillLevel;
import dev.cleave.tuner.profile.IndexedPlan;
import dev.cleave.tuner.profile.MatchStep;
import dev.cleave.tuner.profile.MatchedPlan;
import dev.cleave.tuner.profile.ProfileIndex;
import dev.cleave.tuner.profile.ProfileMatch;
import dev.cleave.tuner.profile.ProfileMatcher;
import dev.cleave.tuner.profile.StoreOrigin;
import dev.cleave.tuner.search.DefaultPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which plans a copy goes by, and why.
 *
 * @param profile the id of the profile they come from; null if none fits or none is wanted
 * @param explanation lines for {@code --explain}
 * @param warnings about profiles that could not be read, or are stale
 */
record PlanChoice(
    CopyPlans plans, @Nullable String profile, List<String> explanation, List<String> warnings) {

  /** The sequential default, since the user wants no profile. */
  static PlanChoice withoutProfile(PlanOptions options) {
    return new PlanChoice(
        withOptions(CopyPlans.all(defaultPlan(options)), options),
        null,
        List.of("no profile is used: --no-profile"),
        List.of());
  }

  /** The plans of the profile that fits the pair of devices under the two paths. */
  static PlanChoice matching(
      Path source, Path destination, Clock clock, Console console, PlanOptions options) {
    return of(match(source, destination, console), clock, options);
  }

  /** What there is for the pair of devices under the two paths. */
  static ProfileMatch match(Path source, Path destination, Console console) {
    List<ProfileIndex> indexes = Homes.of(console).indexes();
    CopySite site =
        hasPlans(indexes)
            ? CopySite.of(
                source, destination, console.kernelRelease(), System.currentTimeMillis() / 1000)
            : CopySite.unstudied(source, destination);
    return new ProfileMatcher(indexes).match(site, state(source, indexes));
  }

  /** Looks at the page cache only where it makes a difference. */
  private static CacheState state(Path source, List<ProfileIndex> indexes) {
    for (ProfileIndex index : indexes) {
      for (IndexedPlan plan : index.plans()) {
        if (plan.cacheState() == CacheState.WARM) {
          return SourceResidency.of(source).state();
        }
      }
    }
    return CacheState.COLD;
  }

  private static boolean hasPlans(List<ProfileIndex> indexes) {
    for (ProfileIndex index : indexes) {
      if (!index.plans().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** The plans of the profile of that name, whatever it was tuned for. */
  static PlanChoice named(
      String name, Path source, Clock clock, Console console, PlanOptions options)
      throws CommandException {
    List<String> warnings = new ArrayList<>();
    for (ProfileIndex index : Homes.of(console).indexes()) {
      List<IndexedPlan> plans = new ArrayList<>();
      warnings.addAll(index.warnings());
      for (IndexedPlan plan : index.plans()) {
        if (plan.profile().equals(name)) {
          plans.add(plan);
        }
      }
      if (!plans.isEmpty()) {
        ProfileIndex only = new ProfileIndex(StoreOrigin.USER, plans, warnings);
        IndexedPlan first = plans.getFirst();
        CopySite its = new CopySite(first.key(), FillLevel.UNKNOWN, first.createdEpochSecond());
        CacheState state = state(source, List.of(only));
        return of(new ProfileMatcher(List.of(only)).match(its, state), clock, options);
      }
    }
    throw CommandException.failed(
        "no profile named '" + name + "' that can be used; see 'cleave profile list'");
  }

  private static PlanChoice of(ProfileMatch match, Clock clock, PlanOptions options) {
    List<String> explanation = new ArrayList<>(steps(match));
    CopyPlans plans = CopyPlans.all(CopyPlan.SEQUENTIAL);
    for (SizeClass sizeClass : SizeClass.values()) {
      MatchedPlan matched = match.plan(sizeClass, clock);
      CopyPlan plan = matched.profile() == null ? defaultPlan(options) : matched.plan();
      plans = plans.with(sizeClass, plan);
      explanation.add(line(sizeClass, clock, plan, matched));
    }
    return new PlanChoice(
        withOptions(plans, options), match.profile(), explanation, match.warnings());
  }

  /** The chain of what was considered, for people. */
  static List<String> steps(ProfileMatch match) {
    List<String> lines = new ArrayList<>();
    for (MatchStep step : match.chain()) {
      lines.add(
          (step.taken() ? "taken: " : "not taken: ")
              + (step.profile() == null
                  ? step.level()
                  : "profile " + step.profile() + " (" + step.level() + ")")
              + ", "
              + step.why());
    }
    return lines;
  }

  static String line(SizeClass sizeClass, Clock clock, CopyPlan plan, MatchedPlan matched) {
    return sizeClass + " files, " + clock + " clock: " + plan + " (" + matched.why() + ")";
  }

  /** What a copy goes by where no profile says anything. */
  static CopyPlan defaultPlan(PlanOptions options) {
    CopyPlan plan = options.splits() ? CopyPlan.SEED : CopyPlan.SEQUENTIAL;
    return DefaultPlan.on(plan, Runtime.getRuntime().availableProcessors());
  }

  private static CopyPlans withOptions(CopyPlans plans, PlanOptions options) {
    CopyPlans changed = plans;
    for (SizeClass sizeClass : SizeClass.values()) {
      changed = changed.with(sizeClass, options.applyTo(plans.of(sizeClass)));
    }
    return changed;
  }
}
