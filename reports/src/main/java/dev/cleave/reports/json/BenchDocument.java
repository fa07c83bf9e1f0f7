package dev.cleave.reports.json;

import dev.cleave.engine.CopyPlan;
import dev.cleave.reports.text.Doubt;
import dev.cleave.tuner.contender.BenchFindings;
import dev.cleave.tuner.contender.ContenderResult;
import dev.cleave.tuner.contender.Missing;
import dev.cleave.tuner.contender.Roofline;
import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.stats.Interval;
import dev.cleave.tuner.stats.MedianInterval;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code cleave bench --json} prints. Times are in seconds, sizes in bytes, rates in bytes per
 * second; ratios are of speed, so that 1.25 is 25 % faster than what it is compared with. Where
 * there are too few samples for an interval, its {@code low} is 0 and its {@code high} null.
 *
 * @param schema {@value #SCHEMA}
 * @param run the directory of the run
 * @param report null if it could not be written
 * @param cp the contender that {@code ratioToCp} compares with; null if there is none
 * @param roofline null if it could not be measured
 * @param sampleWarnings what samples are warned of that are used all the same
 */
public record BenchDocument(
    String schema,
    String run,
    @Nullable String report,
    long fileBytes,
    CacheState cacheState,
    @Nullable String cp,
    List<Entry> contenders,
    List<Missing> missing,
    @Nullable Roofline roofline,
    double elapsedSeconds,
    long bytesWritten,
    List<String> warnings,
    List<Doubt> sampleWarnings) {
  public static final String SCHEMA = "cleave.bench/1";

  /**
   * One contender.
   *
   * @param plan null for a peer
   * @param ratioToCp by the command clock; null for cp itself, and if there is nothing to compare
   * @param durableRatioToCp likewise by the durable clock
   * @param rooflineShare of the copy roofline, by the durable clock; null if either is unknown
   * @param invalidSamples that are not used
   * @param whyInvalid the reason of the first of them
   */
  public record Entry(
      String name,
      @Nullable CopyPlan plan,
      String version,
      String commandLine,
      MedianInterval commandSeconds,
      MedianInterval durableSeconds,
      double cpuSecondsPerGB,
      @Nullable Long peakBytes,
      @Nullable Interval ratioToCp,
      @Nullable Interval durableRatioToCp,
      @Nullable Double rooflineShare,
      int invalidSamples,
      @Nullable String whyInvalid) {
    static Entry of(BenchFindings findings, ContenderResult result) {
      Roofline roofline = findings.roofline();
      return new Entry(
          result.contender().name(),
          result.contender().plan(),
          result.contender().version(),
          result.contender().commandLine(),
          result.seconds(Clock.COMMAND),
          result.seconds(Clock.DURABLE),
          result.cpuSecondsPerGB(),
          result.peakBytes(),
          findings.ratioToCp(result, Clock.COMMAND),
          findings.ratioToCp(result, Clock.DURABLE),
          roofline == null || !result.hasSamples()
              ? null
              : Double.valueOf(roofline.shareOf(result)),
          result.invalid(),
          result.whyInvalid());
    }
  }

  /** Says in the document where the run and its report lie. */
  public static BenchDocument of(BenchFindings findings, Path directory, @Nullable Path report) {
    return new BenchDocument(
        SCHEMA,
        directory.toString(),
        report == null ? null : report.toString(),
        findings.run().fileBytes(),
        findings.run().cacheState(),
        findings.cp(),
        findings.results().stream().map(result -> Entry.of(findings, result)).toList(),
        findings.run().missing(),
        findings.roofline(),
        findings.run().elapsedSeconds(),
        findings.run().bytesWritten(),
        findings.run().warnings(),
        Doubt.allOf(findings.run()));
  }

  public String toJson() {
    return Json.PRETTY.writeValueAsString(this);
  }
}
