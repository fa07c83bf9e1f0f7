package dev.cleave.reports.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.reports.compare.ComparisonVerdict;
import dev.cleave.reports.compare.PlanComparison;
import dev.cleave.reports.compare.RunComparison;
import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.run.TuneRun;
import java.time.Instant;
import java.util.List;

/**
 * What {@code cleave report --json} prints of two runs or more.
 *
 * @param schema {@value #SCHEMA}
 * @param confidence of every interval
 * @param runs the first is what the others are compared with
 * @param notes what was left out, and why
 */
public record ComparisonDocument(
    String schema,
    ComparisonVerdict verdict,
    double margin,
    double confidence,
    List<Run> runs,
    List<Comparison> comparisons,
    List<String> notes) {
  public static final String SCHEMA = "cleave.report/1";

  public ComparisonDocument {
    runs = List.copyOf(runs);
    comparisons = List.copyOf(comparisons);
    notes = List.copyOf(notes);
  }

  /** What tells a run from others. */
  public record Run(String id, Instant started, String hostName, String kernel, String version) {
    static Run of(TuneRun run) {
      return new Run(
          run.id(),
          run.started(),
          run.environment().hostName(),
          run.environment().kernel(),
          run.environment().version());
    }
  }

  /**
   * One plan in two runs.
   *
   * @param run the number of the run that is compared; the first has 0
   * @param name of the candidate in the first run
   * @param decides whether the verdict of the whole rests on it
   * @param ratio throughput over that in the first run
   * @param high null where there is no upper bound
   */
  public record Comparison(
      int run,
      @JsonProperty("class") SizeClass sizeClass,
      CacheState cacheState,
      Clock clock,
      String name,
      CopyPlan plan,
      boolean decides,
      PlanComparison.Rate before,
      PlanComparison.Rate after,
      double ratio,
      double low,
      double high,
      ComparisonVerdict verdict) {
    static Comparison of(PlanComparison compared) {
      return new Comparison(
          compared.run(),
          compared.sizeClass(),
          compared.cacheState(),
          compared.clock(),
          compared.name(),
          compared.plan(),
          compared.decides(),
          compared.before(),
          compared.after(),
          compared.ratio().ratio(),
          compared.ratio().low(),
          compared.ratio().high(),
          compared.verdict());
    }
  }

  public static ComparisonDocument of(RunComparison compared) {
    return new ComparisonDocument(
        SCHEMA,
        compared.verdict(),
        compared.margin(),
        compared.confidence(),
        compared.runs().stream().map(Run::of).toList(),
        compared.comparisons().stream().map(Comparison::of).toList(),
        compared.notes());
  }

  public String toJson() {
    return Json.PRETTY.writeValueAsString(this);
  }
}
