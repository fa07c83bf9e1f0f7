package dev.cleave.bench.qualify.specification;

import dev.cleave.tuner.qualify.Comparison;
import dev.cleave.tuner.qualify.Metric;
import dev.cleave.tuner.qualify.Requirement;
import dev.cleave.tuner.qualify.RunPart;
import dev.cleave.tuner.qualify.Workload;
import dev.cleave.tuner.qualify.WorkloadKind;
import dev.cleave.tuner.stats.ShareTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one requirement. */
final class RequirementReader {
  /** All keys that there are. */
  static final List<String> KEYS =
      List.of(
          "name",
          "workload",
          "block",
          "queue-depth",
          "file-size",
          "read-share",
          "rate",
          "plan",
          "run",
          "window",
          "metric",
          "percentile",
          "part",
          "after-written",
          "after-time",
          "at-least",
          "above",
          "at-most",
          "below",
          "confidence");

  private static final double DEFAULT_CONFIDENCE = 0.95;

  private final MappingReader from;

  private RequirementReader(MappingReader from) {
    this.from = from;
  }

  static Requirement read(MappingReader from) throws SpecificationException {
    return new RequirementReader(from).requirement();
  }

  private Requirement requirement() throws SpecificationException {
    Workload workload = WorkloadReader.read(from);
    Metric metric = from.word("metric", Metric.values());
    requireMetric(workload.kind(), metric);
    Comparison comparison = comparison(metric);
    double bound = from.quantityOr(comparison.toString(), unit(metric), 0);
    Double after = from.quantity("after-written", Unit.SIZE);
    Requirement requirement =
        new Requirement(
            from.text("name"),
            workload,
            metric,
            percentile(metric),
            from.has("part") ? from.word("part", RunPart.values()) : RunPart.WHOLE,
            after == null ? null : after.longValue(),
            from.quantity("after-time", Unit.TIME),
            comparison,
            bound,
            confidence(),
            from.line());
    requirePart(requirement);
    requireDecidable(requirement);
    return requirement;
  }

  private void requireMetric(WorkloadKind kind, Metric metric) throws SpecificationException {
    boolean fits =
        switch (metric) {
          case BAD_BLOCKS -> kind == WorkloadKind.INTEGRITY;
          case THROUGHPUT -> kind.isBlocks() || kind == WorkloadKind.COPY;
          case OPERATIONS, LATENCY ->
              kind.isBlocks() || kind == WorkloadKind.FDATASYNC || kind == WorkloadKind.CREATES;
        };
    if (!fits) {
      throw from.wrong("metric", "the workload " + kind + " has no metric " + metric);
    }
  }

  private Comparison comparison(Metric metric) throws SpecificationException {
    List<Comparison> there = new ArrayList<>();
    for (Comparison comparison : Comparison.values()) {
      if (from.has(comparison.toString())) {
        there.add(comparison);
      }
    }
    if (there.size() != 1) {
      throw from.wrong(
          there.isEmpty() ? "" : there.getLast().toString(),
          "a requirement has one bound: at-least, above, at-most or below, not " + there.size());
    }
    Comparison comparison = there.getFirst();
    if (comparison.isUpwards() != metric.isRate()) {
      throw from.wrong(
          comparison.toString(),
          metric
              + " is bounded by "
              + (metric.isRate() ? "at-least or above" : "at-most or below")
              + ", not by "
              + comparison);
    }
    return comparison;
  }

  private static Unit unit(Metric metric) {
    return switch (metric) {
      case THROUGHPUT -> Unit.RATE;
      case OPERATIONS -> Unit.OPERATIONS;
      case LATENCY -> Unit.TIME;
      case BAD_BLOCKS -> Unit.BLOCKS;
    };
  }

  private @Nullable Double percentile(Metric metric) throws SpecificationException {
    Double percentile = from.quantity("percentile", Unit.SHARE);
    if (percentile != null && !(percentile > 0 && percentile < 1)) {
      throw from.wrong("percentile", "a percentile lies between 0 % and 100 %");
    }
    if (metric == Metric.LATENCY && percentile == null) {
      throw from.wrong("percentile", "a latency needs its percentile, as 'percentile: 99 %'");
    }
    if (metric == Metric.BAD_BLOCKS && percentile != null) {
      throw from.wrong("percentile", "bad-blocks are counted: they have no percentile");
    }
    return percentile;
  }

  private double confidence() throws SpecificationException {
    double confidence = from.quantityOr("confidence", Unit.SHARE, DEFAULT_CONFIDENCE);
    if (!(confidence >= 0.8 && confidence <= 0.9999)) {
      throw from.wrong("confidence", "a confidence lies between 80 % and 99.99 %");
    }
    return confidence;
  }

  private void requirePart(Requirement requirement) throws SpecificationException {
    if (requirement.part() != RunPart.WHOLE && !requirement.metric().isRate()) {
      throw from.wrong("part", "burst and sustained are parts of throughput and operations only");
    }
    for (String key : List.of("after-written", "after-time")) {
      if (from.has(key) && requirement.part() != RunPart.SUSTAINED) {
        throw from.wrong(key, key + " says where 'part: sustained' begins");
      }
    }
    if (requirement.afterBytes() != null && !requirement.workload().kind().writes()) {
      throw from.wrong("after-written", "the workload writes nothing");
    }
  }

  /** What no run of that length can decide, whatever the device. */
  private void requireDecidable(Requirement requirement) throws SpecificationException {
    String key = requirement.comparison().toString();
    if (requirement.metric() != Metric.BAD_BLOCKS && !(requirement.bound() > 0)) {
      throw from.wrong(key, "a bound of 0 says nothing: every device does, or none");
    }
    if (requirement.comparison() == Comparison.BELOW && !(requirement.bound() > 0)) {
      throw from.wrong(key, "nothing is below 0: write 'at-most: 0 blocks'");
    }
    if (requirement.metric() == Metric.BAD_BLOCKS) {
      return;
    }
    Workload workload = requirement.workload();
    requireRate(requirement, workload);
    requirePercentile(requirement, workload);
    requireSustained(requirement, workload);
  }

  /** Windows in which a device at the bound does less than one operation. */
  private void requireRate(Requirement requirement, Workload workload)
      throws SpecificationException {
    if (requirement.metric().isRate() && workload.kind() != WorkloadKind.COPY) {
      double operations =
          requirement.bound()
              / (requirement.metric() == Metric.THROUGHPUT ? workload.blockBytes() : 1);
      if (operations * workload.windowSeconds() < 1) {
        throw from.wrong(
            requirement.comparison().toString(),
            "at this bound a window of "
                + seconds(workload.windowSeconds())
                + " has less than one operation: make windows longer, or the block smaller");
      }
      if (workload.perSecond() != null && operations > workload.perSecond()) {
        throw from.wrong(
            requirement.comparison().toString(),
            "no more operations are due than " + workload.perSecond() + "/s: see 'rate'");
      }
    }
  }

  private void requirePercentile(Requirement requirement, Workload workload)
      throws SpecificationException {
    Double percentile = requirement.percentile();
    if (percentile == null) {
      return;
    }
    boolean ofWindows = requirement.metric().isRate();
    double least =
        ShareTest.leastOperations(
            ofWindows ? 1 - percentile : percentile, 1 - requirement.confidence());
    double most = ofWindows ? workload.seconds() / workload.windowSeconds() : most(workload);
    if (least > most) {
      throw from.wrong(
          "percentile",
          String.format(
              Locale.ROOT,
              "it takes %.0f %s to know this percentile with this confidence, and a run of %s has"
                  + " %.0f at most: no run of this length can decide it",
              Math.ceil(least),
              ofWindows ? "windows" : "operations",
              seconds(workload.seconds()),
              most));
    }
  }

  /** No device answers a request within less than a microsecond. */
  private static double most(Workload workload) {
    Double due = workload.perSecond();
    double perSecond = due == null ? 1e6 * workload.queueDepth() : due;
    return perSecond * workload.seconds();
  }

  private void requireSustained(Requirement requirement, Workload workload)
      throws SpecificationException {
    Double time = requirement.afterSeconds();
    double left = WorkloadReader.LEAST_WINDOWS * workload.windowSeconds();
    if (time != null && time + left > workload.seconds()) {
      throw from.wrong(
          "after-time",
          String.format(
              Locale.ROOT,
              "a run of %s has not %d windows behind %s: no run of this length can decide it",
              seconds(workload.seconds()),
              WorkloadReader.LEAST_WINDOWS,
              seconds(time)));
    }
    Long bytes = requirement.afterBytes();
    double perOperation = requirement.metric() == Metric.THROUGHPUT ? 1 : workload.blockBytes();
    double rate = requirement.bound() * perOperation * (1 - workload.readShare());
    if (bytes != null && bytes > rate * (workload.seconds() - left)) {
      throw from.wrong(
          "after-written",
          String.format(
              Locale.ROOT,
              "a device at the bound takes %s to write that, and %d windows must follow in a run"
                  + " of %s: no run of this length can decide it",
              seconds(bytes / rate),
              WorkloadReader.LEAST_WINDOWS,
              seconds(workload.seconds())));
    }
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.4g s", seconds);
  }
}
