package dev.cleave.bench.qualify;

import dev.cleave.reports.text.QualifyFigures;
import dev.cleave.tuner.qualify.BadBlock;
import dev.cleave.tuner.qualify.Comparison;
import dev.cleave.tuner.qualify.Measurement;
import dev.cleave.tuner.qualify.Metric;
import dev.cleave.tuner.qualify.QualifyVerdict;
import dev.cleave.tuner.qualify.Requirement;
import dev.cleave.tuner.qualify.RequirementResult;
import dev.cleave.tuner.qualify.RunPart;
import dev.cleave.tuner.qualify.Workload;
import dev.cleave.tuner.stats.Holm;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Decides requirements from measurements. PASS has the error of its own confidence; for FAIL all
 * requirements together have one of {@value #FAIL_ERROR}, by Holm's procedure. Of either a look has
 * its share.
 */
final class Judge {
  static final double FAIL_ERROR = 0.01;

  private final List<Requirement> requirements;
  private final Map<Workload, List<Measurement>> measured;
  private final Looks looks;

  private Judge(
      List<Requirement> requirements, Map<Workload, List<Measurement>> measured, Looks looks) {
    this.requirements = requirements;
    this.measured = measured;
    this.looks = looks;
  }

  /**
   * @param measured of each workload its measurements, one for each run of it
   */
  static List<RequirementResult> judge(
      List<Requirement> requirements, Map<Workload, List<Measurement>> measured, Looks looks) {
    Judge judge = new Judge(requirements, measured, looks);
    List<Finding> findings = requirements.stream().map(judge::find).toList();
    boolean[] failed = failed(findings, Finding::failError);
    boolean[] failedAtBest = failed(findings, Finding::failErrorAtBest);
    List<RequirementResult> results = new ArrayList<>();
    for (int i = 0; i < failed.length; i++) {
      results.add(findings.get(i).result(failed[i], failedAtBest[i]));
    }
    return List.copyOf(results);
  }

  private static boolean[] failed(List<Finding> findings, ToDoubleFunction<Finding> error) {
    return Holm.rejected(findings.stream().mapToDouble(error).toArray(), FAIL_ERROR);
  }

  /** The workloads of which more would tell more. */
  static Set<Workload> undecided(
      List<Requirement> requirements, Map<Workload, List<Measurement>> measured) {
    Set<Workload> undecided = new LinkedHashSet<>();
    List<RequirementResult> results = judge(requirements, measured, Looks.UNTIL_DECIDED);
    for (int i = 0; i < results.size(); i++) {
      RequirementResult result = results.get(i);
      Requirement requirement = requirements.get(i);
      if (result.verdict() == QualifyVerdict.INCONCLUSIVE
          && result.error() != null
          && requirement.part() != RunPart.BURST) {
        undecided.add(requirement.workload());
      }
    }
    return undecided;
  }

  private Finding find(Requirement requirement) {
    List<Measurement> all = measured.getOrDefault(requirement.workload(), List.of());
    if (all.isEmpty()) {
      return Finding.undecided(requirement, "it was not measured");
    }
    for (Measurement measurement : all) {
      String error = deviceError(measurement);
      if (error != null && requirement.metric() != Metric.BAD_BLOCKS) {
        return Finding.certain(requirement, null, QualifyVerdict.FAIL, error);
      }
    }
    // a later run begins with the cache and the credit that the first one has used up
    boolean isBurst = requirement.part() == RunPart.BURST;
    List<Measurement> measurements = isBurst ? all.subList(0, 1) : all;
    if (requirement.metric() == Metric.BAD_BLOCKS) {
      return badBlocks(requirement, measurements);
    }
    Measured series = Measured.of(requirement, measurements);
    String missing = series.missing();
    if (missing != null) {
      String stopped = stopped(measurements);
      return Finding.undecided(
          requirement, stopped == null ? missing : "not measured to its end: " + stopped);
    }
    double share = isBurst ? 1 : looks.share(measurements.size());
    Estimate.Errors errors =
        new Estimate.Errors(
            (1 - requirement.confidence()) * share, FAIL_ERROR * share / requirements.size());
    return new Finding(
        requirement,
        series.estimate(errors),
        null,
        share,
        measurements.stream().map(Disturbances::of).toList(),
        Waiting.seconds(series.windows()),
        measurements,
        series.startWindows() == 0
            ? ""
            : "; without "
                + series.startWindows()
                + " windows at the start, in which it was still getting faster");
  }

  private static @Nullable String deviceError(Measurement measurement) {
    return measurement.badBlocks().stream()
        .filter(bad -> bad.kind() == BadBlock.Kind.FAILED)
        .findFirst()
        .map(bad -> "the device failed: " + bad.fault())
        .orElse(null);
  }

  private static Finding badBlocks(Requirement requirement, List<Measurement> measurements) {
    long bad = measurements.stream().mapToLong(it -> it.badBlocks().size()).sum();
    long checked = measurements.stream().mapToLong(Measurement::blocksChecked).sum();
    boolean holds = requirement.comparison().holds((double) bad, requirement.bound());
    String stopped = stopped(measurements);
    if (holds && (stopped != null || checked == 0)) {
      return Finding.undecided(
          requirement,
          stopped == null ? "no block was checked" : "not measured to its end: " + stopped);
    }
    String first =
        measurements.stream()
            .flatMap(it -> it.badBlocks().stream())
            .findFirst()
            .map(
                it -> "; the first: " + it.kind() + " at offset " + it.offset() + ", " + it.fault())
            .orElse("");
    return Finding.certain(
        requirement,
        (double) bad,
        holds ? QualifyVerdict.PASS : QualifyVerdict.FAIL,
        bad + " bad of " + checked + " blocks checked" + first);
  }

  static @Nullable String stopped(List<Measurement> measurements) {
    for (Measurement measurement : measurements) {
      if (measurement.stopped() != null) {
        return measurement.stopped();
      }
    }
    return null;
  }

  /**
   * What is known of one requirement before Holm's procedure.
   *
   * @param certain a verdict that is no matter of chance; null if it is one
   * @param share of the errors that this look has
   * @param waitedSeconds of our own thread for a processor
   * @param why of a certain verdict; else what is said behind it
   */
  private record Finding(
      Requirement requirement,
      @Nullable Estimate estimate,
      @Nullable QualifyVerdict certain,
      double share,
      List<Disturbances> disturbances,
      double waitedSeconds,
      List<Measurement> measurements,
      String why) {

    static Finding undecided(Requirement requirement, String why) {
      return new Finding(
          requirement, null, QualifyVerdict.INCONCLUSIVE, 1, List.of(), 0, List.of(), why);
    }

    static Finding certain(
        Requirement requirement, @Nullable Double measured, QualifyVerdict verdict, String why) {
      Estimate estimate =
          measured == null ? null : new Estimate(measured, measured, measured, 0, 0, 0, false, 1);
      return new Finding(requirement, estimate, verdict, 1, List.of(), 0, List.of(), why);
    }

    double failError() {
      return error(Estimate::failError);
    }

    double failErrorAtBest() {
      return error(Estimate::failErrorAtBest);
    }

    private double error(ToDoubleFunction<Estimate> ofEstimate) {
      if (certain != null) {
        return certain == QualifyVerdict.FAIL ? 0 : Double.NaN;
      }
      return estimate == null
          ? Double.NaN
          : Math.min(1, ofEstimate.applyAsDouble(estimate) / share);
    }

    /**
     * The verdict.
     *
     * @param failed by Holm's procedure
     * @param failedAtBest and whatever our own waiting for a processor did
     */
    RequirementResult result(boolean failed, boolean failedAtBest) {
      if (certain != null || estimate == null) {
        return result(certain == null ? QualifyVerdict.INCONCLUSIVE : certain, why);
      }
      for (Disturbances each : disturbances) {
        if (each.impossible() != null) {
          return result(QualifyVerdict.INVALID, each.impossible());
        }
      }
      String stopped = stopped(measurements);
      if (failed) {
        return failed(failedAtBest);
      }
      if (estimate.passError() <= (1 - requirement.confidence()) * share) {
        return stopped == null
            ? result(QualifyVerdict.PASS, "passes" + marginText() + why)
            : result(QualifyVerdict.INCONCLUSIVE, "not measured to its end: " + stopped);
      }
      Set<String> slower = slower();
      return slower.isEmpty()
          ? result(
              QualifyVerdict.INCONCLUSIVE, "the interval holds the bound; " + extraTime() + why)
          : result(QualifyVerdict.INVALID, String.join("; ", slower));
    }

    /** Whether our own waiting can be all that made it fail, or only kept it from being proven. */
    private RequirementResult failed(boolean atBest) {
      Set<String> excuses = slower();
      String waited =
          String.format(Locale.ROOT, "our own thread waited %.2f s for a processor", waitedSeconds);
      if (!atBest && Objects.requireNonNull(estimate).holdsAtBest()) {
        excuses.add(waited + ", which can be why");
      }
      if (!excuses.isEmpty()) {
        return result(QualifyVerdict.INVALID, "it would fail, but " + String.join("; ", excuses));
      }
      return atBest
          ? result(QualifyVerdict.FAIL, "fails" + marginText() + why)
          : result(
              QualifyVerdict.INCONCLUSIVE,
              "it falls short, but " + waited + ": more time would tell" + why);
    }

    /** What else may have made it so slow; empty if nothing. */
    private Set<String> slower() {
      Set<String> reasons = new LinkedHashSet<>();
      disturbances.forEach(each -> reasons.addAll(each.slower()));
      return reasons;
    }

    private String marginText() {
      Double margin = margin();
      return margin == null
          ? ""
          : String.format(
              Locale.ROOT,
              " with %s %% confidence, %s %.1f %%",
              QualifyFigures.percent(requirement.confidence()),
              margin >= 0 ? "margin" : "short by",
              100 * Math.abs(margin));
    }

    private String extraTime() {
      if (requirement.part() == RunPart.BURST) {
        return "a burst is over when it is: shorter windows may decide";
      }
      double times = Objects.requireNonNull(estimate).timesLonger();
      double more = (times - 1) * measurements.size() * requirement.workload().seconds();
      return Double.isFinite(more) && more < 1e7
          ? String.format(Locale.ROOT, "about %.0f s more would decide", Math.max(1, more))
          : "no time would decide";
    }

    /** How far the side of the interval is beyond the bound. */
    private @Nullable Double margin() {
      if (estimate == null || !(requirement.bound() > 0)) {
        return null;
      }
      Comparison comparison = requirement.comparison();
      boolean upwards = comparison.isUpwards();
      boolean good = comparison.holds(estimate.measured(), requirement.bound());
      Double side = upwards == good ? estimate.low() : estimate.high();
      if (side == null) {
        return null;
      }
      double beyond = side / requirement.bound() - 1;
      return upwards ? beyond : -beyond;
    }

    private RequirementResult result(QualifyVerdict verdict, String reason) {
      Estimate known = estimate;
      return new RequirementResult(
          requirement.name(),
          verdict,
          Words.workload(requirement.workload()),
          requirement.metric().toString(),
          requirement.percentile(),
          requirement.part().toString(),
          known == null ? null : Double.valueOf(known.measured()),
          known == null ? null : known.low(),
          known == null ? null : known.high(),
          requirement.comparison().sign(),
          requirement.bound(),
          requirement.metric().unit(),
          margin(),
          requirement.confidence(),
          known == null || certain != null ? null : Double.valueOf(failError()),
          reason);
    }
  }
}
