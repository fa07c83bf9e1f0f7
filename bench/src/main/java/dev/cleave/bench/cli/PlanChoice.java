package dev.cleave.bench.cli;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.CopyPlans;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.device.StorageProbe;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.profile.IndexedPlan;
import dev.cleave.tuner.profile.MatchStep;
import dev.cleave.tuner.profile.MatchedPlan;
import dev.cleave.tuner.profile.ProfileIndex;
import dev.cleave.tuner.profile.ProfileKey;
import dev.cleave.tuner.profile.ProfileMatch;
import dev.cleave.tuner.profile.ProfileMatcher;
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
 * @param warnings about profiles that could not be read
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
      Path source, Path destination, Clock clock, Homes homes, PlanOptions options) {
    StorageProbe probe = StorageProbe.ofThisMachine();
    ProfileMatch match =
        new ProfileMatcher(indexes(homes))
            .match(probe.identity(source), probe.identity(destination));
    return of(match, clock, options);
  }

  /** The plans of the profile of that name, whatever it was tuned for. */
  static PlanChoice named(String name, Clock clock, Homes homes, PlanOptions options)
      throws CommandException {
    List<IndexedPlan> plans = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (ProfileIndex index : indexes(homes)) {
      warnings.addAll(index.warnings());
      for (IndexedPlan plan : index.plans()) {
        if (plan.profile().equals(name)) {
          plans.add(plan);
        }
      }
    }
    if (plans.isEmpty()) {
      throw CommandException.failed("no profile named '" + name + "'; see 'cleave profile list'");
    }
    ProfileKey key = plans.getFirst().key();
    List<ProfileIndex> only = List.of(new ProfileIndex(plans, warnings));
    return of(new ProfileMatcher(only).match(key.source(), key.destination()), clock, options);
  }

  private static List<ProfileIndex> indexes(Homes homes) {
    List<ProfileIndex> indexes = new ArrayList<>();
    for (Path directory : homes.profilesNearestFirst()) {
      indexes.add(ProfileIndex.read(directory));
    }
    return indexes;
  }

  private static PlanChoice of(ProfileMatch match, Clock clock, PlanOptions options) {
    List<String> explanation = new ArrayList<>();
    for (MatchStep step : match.chain()) {
      explanation.add(
          (step.taken() ? "taken: " : "not taken: ")
              + (step.profile() == null ? step.level() : "profile " + step.profile())
              + ", "
              + step.why());
    }
    CopyPlans plans = CopyPlans.all(CopyPlan.SEQUENTIAL);
    for (SizeClass sizeClass : SizeClass.values()) {
      MatchedPlan matched = match.plan(sizeClass, clock);
      CopyPlan plan = matched.profile() == null ? defaultPlan(options) : matched.plan();
      plans = plans.with(sizeClass, plan);
      explanation.add(
          sizeClass + " files, " + clock + " clock: " + plan + " (" + matched.why() + ")");
    }
    return new PlanChoice(
        withOptions(plans, options), match.profile(), explanation, match.warnings());
  }

  private static CopyPlan defaultPlan(PlanOptions options) {
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
