package dev.cleave.reports.text;

import dev.cleave.engine.CopyPlan;
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
 * What limits a copy by the recommended plan, as far as copies alone tell: the processors by their
 * time, the destination by what is still written after the copy returned, the source by a sweep of
 * a warm one, the rest by what didn't help. Each sentence names its figure.
 */
public final class LimitText {
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

  private LimitText(TuneRun run, ClassSweep sweep, CopyPlan plan) {
    this.run = run;
    this.sweep = sweep;
    this.plan = plan;
    this.samples = samples(run, sweep, plan);
  }

  /** One paragraph for each sweep that has valid samples of its plan. */
  public static List<String> of(TuneRun run) {
    List<String> paragraphs = new ArrayList<>();
    for (ClassSweep sweep : run.sweeps()) {
      Recommendation found = sweep.recommendations().get(Clock.COMMAND);
      if (found != null && !samples(run, sweep, found.plan()).isEmpty()) {
        paragraphs.add(new LimitText(run, sweep, found.plan()).paragraph());
      }
    }
    return List.copyOf(paragraphs);
  }

  private static List<Sample> samples(TuneRun run, ClassSweep sweep, CopyPlan plan) {
    return run.samples().stream()
        .filter(Sample::isValid)
        .filter(sample -> sample.sizeClass() == sweep.sizeClass())
        .filter(sample -> sample.evidence().cacheState() == sweep.cacheState())
        .filter(sample -> sample.used().equals(plan))
        .toList();
  }

  private String paragraph() {
    List<String> limits = new ArrayList<>();
    processors().ifPresent(limits::add);
    destination().ifPresent(limits::add);
    source().ifPresent(limits::add);
    if (limits.isEmpty()) {
      limits.add(nothing());
    }
    String n = samples.size() + (samples.size() == 1 ? " sample" : " samples");
    return Sentences.capitalized(Sentences.part(sweep.sizeClass(), sweep.cacheState()))
        + ", by "
        + plan
        + " ("
        + n
        + "): "
        + String.join(" ", limits);
  }

  private Optional<String> processors() {
    double busy = busy();
    int all = run.environment().processors();
    if (busy >= BUSY * all) {
      return Optional.of("CPU: " + busyOf(busy, all) + " while it copies.");
    }
    return busy >= BUSY && plan.splitDepth() == 0
        ? Optional.of("CPU, of the one task: " + busyOf(busy, all) + " while it copies.")
        : Optional.empty();
  }

  private double busy() {
    return median(samples, sample -> sample.evidence().cpuSeconds() / sample.commandSeconds());
  }

  private static String busyOf(double busy, int all) {
    return String.format(Locale.ROOT, "%.1f of %d processors are busy", busy, all);
  }

  private Optional<String> destination() {
    double later = later();
    return later < FLUSHED_LATER
        ? Optional.empty()
        : Optional.of(
            "Destination: "
                + Figures.percent(later)
                + " of the time until the data is on the device passes after the copy has"
                + " returned.");
  }

  private double later() {
    return median(samples, sample -> 1 - sample.commandSeconds() / sample.durableSeconds());
  }

  private Optional<String> source() {
    if (sweep.cacheState() == CacheState.WARM) {
      return Optional.empty();
    }
    double cold = baselineRate(sweep);
    return run.sweeps().stream()
        .filter(it -> it.cacheState() == CacheState.WARM && it.sizeClass() == sweep.sizeClass())
        .map(LimitText.this::baselineRate)
        .filter(warm -> warm >= WARM_GAIN * cold)
        .map(
            warm ->
                "Source: from the page cache the default plan is "
                    + Figures.times(warm / cold)
                    + " as fast.")
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

  private String nothing() {
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
    return idle
        + (splittingIsVain
            ? "as splitting doesn't help either, a device or the lock of the target file; copies"
                + " alone don't tell which."
            : "a device, the source or the destination; copies alone don't tell which.");
  }

  private static double median(List<Sample> samples, ToDoubleFunction<Sample> value) {
    double[] sorted = samples.stream().mapToDouble(value).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
