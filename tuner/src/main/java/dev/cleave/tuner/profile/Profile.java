package dev.cleave.tuner.profile;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.run.TuneRun;
import dev.cleave.tuner.search.Recommendation;
import dev.cleave.tuner.search.Verdict;
import dev.cleave.tuner.stats.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The best plans known for a pair of devices, and what that rests on.
 *
 * <p>A profile may come from a stranger: whatever could mislead a copy is checked here, so that an
 * invalid one can't exist.
 *
 * @param schema {@value #SCHEMA}
 * @param id a file name without its ending, as {@code ext4-vda-20261122T2150}
 * @param run the id of the run it comes from
 * @param baseline the plan that the gains are over
 * @param classes what the run recommends, for each size class and clock it measured
 * @param noise standard deviation of the log ratio of two copies under the same plan
 */
public record Profile(
    String schema,
    String id,
    ProfileKey key,
    Instant created,
    String run,
    CopyPlan baseline,
    Map<SizeClass, Map<Clock, Recommendation>> classes,
    ProfileFacts facts,
    double noise) {
  public static final String SCHEMA = "cleave.profile/1";

  public Profile {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(created, "created");
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(baseline, "baseline");
    Objects.requireNonNull(facts, "facts");
    require(id != null && ProfileId.isValid(id), "no name of a profile: '" + id + "'");
    require(
        noise >= 0 && Double.isFinite(noise), "the noise must be a number from 0, not " + noise);
    classes = copyOf(classes);
  }

  /** The profile that follows from a run. */
  public static Profile of(TuneRun run, Instant created) {
    ProfileKey key = new ProfileKey(run.source().identity(), run.destination().identity());
    return new Profile(
        SCHEMA,
        ProfileId.of(key, created),
        key,
        created,
        run.id(),
        baseline(run),
        run.recommendations(CacheState.COLD),
        new ProfileFacts(
            run.environment().kernel(),
            run.environment().version(),
            ProfileFacts.Stack.of(run.source()),
            ProfileFacts.Stack.of(run.destination())),
        run.noise());
  }

  /** The profile under another name. */
  Profile withId(String value) {
    return new Profile(schema, value, key, created, run, baseline, classes, facts, noise);
  }

  /**
   * The verdict on the whole: TUNED if that of any class and clock is, else INCONCLUSIVE if any is,
   * else KEEP_DEFAULT; INVALID if nothing else is left.
   */
  public Verdict verdict() {
    List<Verdict> verdicts = indexed().stream().map(IndexedPlan::verdict).toList();
    return Stream.of(Verdict.TUNED, Verdict.INCONCLUSIVE, Verdict.KEEP_DEFAULT)
        .filter(verdicts::contains)
        .findFirst()
        .orElse(Verdict.INVALID);
  }

  /** Its plans, as the index lists them. */
  List<IndexedPlan> indexed() {
    List<IndexedPlan> plans = new ArrayList<>();
    classes.forEach(
        (sizeClass, clocks) ->
            clocks.forEach(
                (clock, found) ->
                    plans.add(
                        new IndexedPlan(
                            id, key, sizeClass, clock, found.verdict(), found.plan()))));
    return plans;
  }

  private static CopyPlan baseline(TuneRun run) {
    return run.sweeps().stream()
        .flatMap(sweep -> sweep.candidates().stream())
        .filter(candidate -> candidate.name().equals(Candidate.BASELINE))
        .map(Candidate::plan)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("run " + run.id() + " has no baseline"));
  }

  private static Map<SizeClass, Map<Clock, Recommendation>> copyOf(
      Map<SizeClass, Map<Clock, Recommendation>> classes) {
    Objects.requireNonNull(classes, "classes");
    var copies = new EnumMap<SizeClass, Map<Clock, Recommendation>>(SizeClass.class);
    classes.forEach(
        (sizeClass, clocks) -> {
          require(clocks != null, sizeClass + " has no clocks");
          var copy = new EnumMap<Clock, Recommendation>(Clock.class);
          clocks.forEach((clock, found) -> copy.put(clock, checked(sizeClass, clock, found)));
          copies.put(sizeClass, Collections.unmodifiableMap(copy));
        });
    return Collections.unmodifiableMap(copies);
  }

  private static Recommendation checked(SizeClass sizeClass, Clock clock, Recommendation found) {
    String where = sizeClass + ", " + clock + " clock: ";
    require(found != null, where + "nothing is recommended");
    require(found.verdict() != null, where + "the verdict is missing");
    require(found.plan() != null, where + "the plan is missing");
    require(found.plan().backend() != null, where + "the plan's backend is missing");
    Interval gain = found.gain();
    require(
        gain != null && gain.low() >= 0 && gain.ratio() > 0 && gain.high() >= gain.low(),
        where + "the gain is no ratio with its interval: " + gain);
    return found;
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
