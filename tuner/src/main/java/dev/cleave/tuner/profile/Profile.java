package dev.cleave.tuner.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.MemoryBudget;
import dev.cleave.engine.SizeClass;
import dev.cleave.engine.options.DataOptions;
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

/**
 * The best plans known for a pair of devices, and what that rests on.
 *
 * <p>A profile may come from a stranger: whatever could mislead a copy is checked here, so that an
 * invalid one can't exist.
 *
 * @param schema {@value #SCHEMA}, or a minor version of it
 * @param id a file name without its ending, as {@code ext4-vda-20261122T2150}
 * @param run the id of the run it comes from; of a default profile those of all, with commas
 * @param baseline the plan that the gains are over
 * @param classes what the run recommends for a cold source, for each size class and clock it
 *     measured
 * @param warm the same for a warm source; empty where that wasn't measured
 * @param regrets of a default profile, what its plans lost in the runs; else empty
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
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<SizeClass, Map<Clock, Recommendation>> warm,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<SizeClass, Map<Clock, WorstRegret>> regrets,
    ProfileFacts facts,
    double noise) {
  public static final String SCHEMA = "cleave.profile/1";

  /** Every plan that a tune can come to stays within it: it is copy's own limit. */
  private static final long MOST_BUFFER_BYTES = DataOptions.DEFAULT_MEMORY_LIMIT_BYTES;

  public Profile {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(created, "created");
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(baseline, "baseline");
    Objects.requireNonNull(classes, "classes");
    Objects.requireNonNull(facts, "facts");
    require(id != null && ProfileId.isValid(id), "no name of a profile: '" + id + "'");
    require(
        noise >= 0 && Double.isFinite(noise), "the noise must be a number from 0, not " + noise);
    classes = copyOf(classes, Profile::checked);
    warm = copyOf(warm == null ? Map.of() : warm, Profile::checked);
    regrets = copyOf(regrets == null ? Map.of() : regrets, (_, regret) -> regret);
  }

  /** The profile that follows from a run. */
  public static Profile of(TuneRun run, Instant created) {
    ProfileKey key =
        ProfileKey.of(
            run.source(),
            run.destination(),
            run.environment().kernel(),
            run.environment().memoryBytes());
    return new Profile(
        SCHEMA,
        ProfileId.of(key, created),
        key,
        created,
        run.id(),
        baseline(run),
        run.recommendations(CacheState.COLD),
        run.recommendations(CacheState.WARM),
        Map.of(),
        new ProfileFacts(
            run.environment().kernel(),
            run.environment().version(),
            ProfileFacts.Stack.of(run.source()),
            ProfileFacts.Stack.of(run.destination()),
            null),
        run.noise());
  }

  /**
   * The profile with how full the destination was.
   *
   * @param percent {@link FillLevel#UNKNOWN} or 0 to 100
   */
  public Profile withFillPercent(int percent) {
    return new Profile(
        schema,
        id,
        key,
        created,
        run,
        baseline,
        classes,
        warm,
        regrets,
        facts.withFillPercent(percent),
        noise);
  }

  /**
   * The verdict on the whole: TUNED if that of any class and clock is, else INCONCLUSIVE if any is,
   * else KEEP_DEFAULT; INVALID if nothing else is left.
   */
  public Verdict verdict() {
    return Verdict.overall(indexed().stream().map(IndexedPlan::verdict).toList());
  }

  /** Its plans as the index lists them, those for a cold source first. */
  List<IndexedPlan> indexed() {
    List<IndexedPlan> plans = new ArrayList<>();
    index(classes, CacheState.COLD, plans);
    index(warm, CacheState.WARM, plans);
    return plans;
  }

  private void index(
      Map<SizeClass, Map<Clock, Recommendation>> table,
      CacheState cacheState,
      List<IndexedPlan> plans) {
    table.forEach(
        (sizeClass, clocks) ->
            clocks.forEach(
                (clock, found) -> plans.add(indexed(sizeClass, clock, cacheState, found))));
  }

  private IndexedPlan indexed(
      SizeClass sizeClass, Clock clock, CacheState cacheState, Recommendation found) {
    WorstRegret regret =
        cacheState == CacheState.WARM
            ? null // those of default profiles are over cold sources
            : regrets.getOrDefault(sizeClass, Map.of()).get(clock);
    return new IndexedPlan(
        id,
        key,
        sizeClass,
        clock,
        found.verdict(),
        found.plan(),
        created.getEpochSecond(),
        facts.fillPercent(),
        regret == null ? Double.NaN : regret.worst(),
        regret == null ? 0 : regret.byRun().size(),
        cacheState);
  }

  static CopyPlan baseline(TuneRun run) {
    return run.sweeps().stream()
        .flatMap(sweep -> sweep.candidates().stream())
        .filter(candidate -> candidate.name().equals(Candidate.BASELINE))
        .map(Candidate::plan)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("run " + run.id() + " has no baseline"));
  }

  @FunctionalInterface
  private interface Check<T> {
    T of(String where, T value);
  }

  private static <T> Map<SizeClass, Map<Clock, T>> copyOf(
      Map<SizeClass, Map<Clock, T>> classes, Check<T> check) {
    var copies = new EnumMap<SizeClass, Map<Clock, T>>(SizeClass.class);
    classes.forEach(
        (sizeClass, clocks) -> {
          require(clocks != null, sizeClass + " has no clocks");
          var copy = new EnumMap<Clock, T>(Clock.class);
          clocks.forEach(
              (clock, found) -> {
                String where = sizeClass + ", " + clock + " clock: ";
                require(found != null, where + "nothing is said");
                copy.put(clock, check.of(where, found));
              });
          copies.put(sizeClass, Collections.unmodifiableMap(copy));
        });
    return Collections.unmodifiableMap(copies);
  }

  private static Recommendation checked(String where, Recommendation found) {
    require(found.verdict() != null, where + "the verdict is missing");
    require(found.plan() != null, where + "the plan is missing");
    require(found.plan().backend() != null, where + "the plan's backend is missing");
    require(
        MemoryBudget.bytes(found.plan()) <= MOST_BUFFER_BYTES,
        where + "the plan takes more memory than " + ByteSize.format(MOST_BUFFER_BYTES));
    require(found.samples() >= 0, where + "the number of samples is negative");
    Interval gain = found.gain();
    require(
        gain != null
            && gain.low() >= 0
            && gain.ratio() > 0
            && Double.isFinite(gain.ratio())
            && gain.high() >= gain.low(),
        where + "the gain is no ratio with its interval: " + gain);
    return found;
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
