package dev.cleave.reports.json;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.reports.text.Doubt;
import dev.cleave.reports.text.Limits;
import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.run.TuneRun;
import dev.cleave.tuner.search.Recommendation;
import dev.cleave.tuner.search.Verdict;
import dev.cleave.tuner.stats.Interval;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code cleave tune --json} prints.
 *
 * @param schema {@value #SCHEMA}
 * @param run the run's directory
 * @param report its report.html; null if it could not be written
 * @param profile the saved profile; null if none was
 * @param limits what limits the recommended plans, of the warm sweeps as well
 * @param noise standard deviation of the log ratio of two copies under one plan
 * @param sampleWarnings what samples are warned of that are used all the same
 */
public record TuneDocument(
    String schema,
    Verdict verdict,
    String run,
    @Nullable String report,
    @Nullable String profile,
    Map<SizeClass, Map<Clock, Decision>> classes,
    List<Limits> limits,
    double noise,
    double elapsedSeconds,
    long bytesWritten,
    List<String> notTried,
    List<String> warnings,
    List<Doubt> sampleWarnings) {
  public static final String SCHEMA = "cleave.tune/1";

  /**
   * The decision for one size class and clock.
   *
   * @param gain over the default; its {@code high} is null where there is no upper bound
   */
  public record Decision(Verdict verdict, CopyPlan plan, Interval gain, int samples, String why) {
    static Decision of(Recommendation from) {
      return new Decision(from.verdict(), from.plan(), from.gain(), from.samples(), from.why());
    }
  }

  /** Says in the document where the run, its report and the profile lie. */
  public static TuneDocument of(
      TuneRun run, Path directory, @Nullable Path report, @Nullable Path profile) {
    return new TuneDocument(
        SCHEMA,
        run.verdict(),
        directory.toString(),
        report == null ? null : report.toString(),
        profile == null ? null : profile.toString(),
        decisions(run),
        Limits.allOf(run),
        run.noise(),
        run.elapsedSeconds(),
        run.bytesWritten(),
        run.sweeps().stream().flatMap(sweep -> sweep.notTried().stream()).distinct().toList(),
        run.warnings(),
        Doubt.allOf(run));
  }

  public String toJson() {
    return Json.PRETTY.writeValueAsString(this);
  }

  private static Map<SizeClass, Map<Clock, Decision>> decisions(TuneRun run) {
    Map<SizeClass, Map<Clock, Decision>> classes = new EnumMap<>(SizeClass.class);
    run.recommendations(CacheState.COLD)
        .forEach(
            (sizeClass, recommendations) -> {
              Map<Clock, Decision> decisions = new EnumMap<>(Clock.class);
              recommendations.forEach((clock, r) -> decisions.put(clock, Decision.of(r)));
              classes.put(sizeClass, decisions);
            });
    return classes;
  }
}
