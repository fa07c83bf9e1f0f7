package dev.cleave.reports.text;

import dev.cleave.engine.CopyPlan;
import dev.cleave.reports.text.Limits.Kind;
import dev.cleave.reports.text.Limits.Limit;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.run.ClassSweep;
import dev.cleave.tuner.run.TuneRun;
import dev.cleave.tuner.search.KnobEffect;
import dev.cleave.tuner.search.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Finds the processors by their time, the destination by what is still written after the copy
 * returned, the source by a sweep of a warm one, the rest by what didn't help.
 */
final class LimitFinder {
  /** A processor that copies for so much of the time is taken as busy all the time. */
  private static final double BUSY = 0.85;

  /** Less of the time until the data is durable is no reason to blame the destination. */
  private static final double FLUSHED_LATER = 0.2;

  /** How much faster a warm source has to be. */
  private static final double WARM_GAIN = 1.25;

  private final TuneRun run;
  private final ClassSweep sweep;
  private final CopyPlan plan;
  private final List<Sample> samples;

  private LimitFinder(TuneRun run, ClassSweep sweep, CopyPlan plan) {
    this.run = run;
    this.sweep = sweep;
    this.plan = plan;
    this.samples = samples(run, sweep, plan);
  }

  static List<Limits> of(TuneRun run) {
    List<Limits> all = new ArrayList<>();
    for (ClassSweep sweep : run.sweeps()) {
      Recommendation found = sweep.recommendations().get(Clock.COMMAND);
      if (found != null && !samples(run, sweep, found.plan()).isEmpty()) {
        all.add(new LimitFinder(run, sweep, found.plan()).limits());
      }
    }
    return List.copyOf(all);
  }

  private static List<Sample> samples(TuneRun run, ClassSweep sweep, CopyPlan plan) {
    return run.samples().stream()
        .filter(Sample::isValid)
        .filter(sample -> sample.sizeClass() == sweep.sizeClass())
        .filter(sample -> sample.evidence().cacheState() == sweep.cacheState())
        .filter(sample -> sample.used().equals(plan))
        .toList();
  }

  private Limits limits() {
    List<Limit> limits = new ArrayList<>();
    processors().ifPresent(limits::add);
    destination().ifPresent(limits::add);
    source().ifPresent(limits::add);
    if (limits.isEmpty()) {
      limits.add(nothing());
    }
    return new Limits(sweep.sizeClass(), sweep.cacheState(), plan, samples.size(), limits);
  }

  private Optional<Limit> processors() {
    double busy = busy();
    int all = run.environment().processors();
    if (busy >= BUSY * all) {
      return cpu("CPU: ", busy, all);
    }
    boolean isOneTask = plan.tasks() == 1 && (sweep.data().files() == 1 || plan.workers() == 1);
    return busy >= BUSY && isOneTask ? cpu("CPU, of the one task: ", busy, all) : Optional.empty();
  }

  private static Optional<Limit> cpu(String what, double busy, int all) {
    return Optional.of(new Limit(Kind.CPU, what + busyOf(busy, all) + " while it copies."));
  }

  private double busy() {
    return median(samples, sample -> sample.evidence().cpuSeconds() / sample.commandSeconds());
  }

  private static String busyOf(double busy, int all) {
    return String.format(Locale.ROOT, "%.1f of %d processors are busy", busy, all);
  }

  private Optional<Limit> destination() {
    double later = later();
    return later < FLUSHED_LATER
        ? Optional.empty()
        : Optional.of(
            new Limit(
                Kind.DESTINATION,
                "Destination: "
                    + Figures.percent(later)
                    + " of the time until the data is on the device passes after the copy has"
                    + " returned."));
  }

  private double later() {
    return median(samples, sample -> 1 - sample.commandSeconds() / sample.durableSeconds());
  }

  private Optional<Limit> source() {
    if (sweep.cacheState() == CacheState.WARM) {
      return Optional.empty();
    }
    double cold = baselineRate(sweep);
    return run.sweeps().stream()
        .filter(it -> it.cacheState() == CacheState.WARM && it.sizeClass() == sweep.sizeClass())
        .map(LimitFinder.this::baselineRate)
        .filter(warm -> warm >= WARM_GAIN * cold)
        .map(
            warm ->
                new Limit(
                    Kind.SOURCE,
                    "Source: from the page cache the default plan is "
                        + Figures.times(warm / cold)
                        + " as fast."))
        .findFirst();
  }

  /** NaN, which compares as false, without a sample. */
  private double baselineRate(ClassSweep of) {
    return of.candidates().stream()
        .filter(candidate -> candidate.name().equals(Candidate.BASELINE))
        .map(candidate -> samples(run, of, candidate.plan()))
        .filter(found -> !found.isEmpty())
        .map(found -> median(found, sample -> sample.bytesPerSecond(Clock.COMMAND)))
        .findFirst()
        .orElse(Double.NaN);
  }

  private Limit nothing() {
    boolean splittingIsVain =
        sweep.knobs().stream()
            .anyMatch(
                knob ->
                    knob.clock() == Clock.COMMAND
                        && knob.knob().equals("split depth")
                        && knob.effect() == KnobEffect.Effect.DOES_NOT_MATTER);
    String idle =
        "neither CPU ("
            + busyOf(busy(), run.environment().processors())
            + ") nor a flush at the end ("
            + Figures.percent(later())
            + " of the durable time): ";
    return splittingIsVain
        ? new Limit(
            Kind.DEVICE_OR_LOCK,
            idle
                + "as splitting doesn't help either, a device or the lock of the target file;"
                + " copies alone don't tell which.")
        : new Limit(
            Kind.DEVICE,
            idle + "a device, the source or the destination; copies alone don't tell which.");
  }

  private static double median(List<Sample> samples, ToDoubleFunction<Sample> value) {
    double[] sorted = samples.stream().mapToDouble(value).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
