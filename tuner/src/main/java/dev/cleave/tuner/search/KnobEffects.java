package dev.cleave.tuner.search;

import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.search.KnobEffect.Effect;
import dev.cleave.tuner.stats.Interval;
import dev.cleave.tuner.stats.PairedRatio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What each knob does around a plan: the candidates that differ from the plan in this knob alone,
 * the fastest of them over the slowest. The interval is widened for having picked the two.
 */
final class KnobEffects {
  private static final double CONFIDENCE = 0.95;

  /** A field of a plan that can be turned on its own. */
  private enum Knob {
    BACKEND("backend", CopyPlan::backend),
    SPLIT_DEPTH("split depth", CopyPlan::splitDepth),
    CHUNK("chunk", CopyPlan::chunkBytes),
    QUEUE_DEPTH("queue depth", CopyPlan::queueDepth),
    WORKERS("workers", CopyPlan::workers),
    PREALLOCATION("preallocation", CopyPlan::preallocate);

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // a reference to an accessor holds no state
    private final Function<CopyPlan, Object> value;

    Knob(String label, Function<CopyPlan, Object> value) {
      this.label = label;
      this.value = value;
    }

    /** Whether two plans are the same but for this knob. */
    boolean isOnlyDifference(CopyPlan plan, CopyPlan other) {
      for (Knob knob : values()) {
        if (knob != this
            && !isPartOfThis(knob, plan, other)
            && !knob.value.apply(plan).equals(knob.value.apply(other))) {
          return false;
        }
      }
      return true;
    }

    /** A backend that keeps requests in flight can't be had without a queue depth. */
    private boolean isPartOfThis(Knob knob, CopyPlan plan, CopyPlan other) {
      return this == BACKEND
          && knob == QUEUE_DEPTH
          && (plan.queueDepth() == CopyPlan.SEQUENTIAL.queueDepth()
              || other.queueDepth() == CopyPlan.SEQUENTIAL.queueDepth());
    }
  }

  private final List<Candidate> candidates;
  private final RoundTable table;
  private final Clock clock;
  private final double margin;

  KnobEffects(List<Candidate> candidates, List<Sample> sweep, Clock clock, double margin) {
    this.candidates = candidates.stream().filter(it -> !it.name().equals(Candidate.TWIN)).toList();
    this.table = new RoundTable(sweep, clock);
    this.clock = clock;
    this.margin = margin;
  }

  /** Of every knob that was turned around the plan. */
  List<KnobEffect> around(CopyPlan plan) {
    List<KnobEffect> effects = new ArrayList<>();
    for (Knob knob : Knob.values()) {
      effect(knob, plan).ifPresent(effects::add);
    }
    return List.copyOf(effects);
  }

  private Optional<KnobEffect> effect(Knob knob, CopyPlan plan) {
    List<Candidate> turned =
        candidates.stream()
            .filter(it -> knob.isOnlyDifference(it.plan(), plan))
            .filter(it -> Standings.isBaseline(it) || overDefault(it).pairs() > 1)
            .sorted(Comparator.comparingDouble(this::meanLog))
            .toList();
    if (turned.size() < 2) {
      return Optional.empty();
    }
    PairedRatio ratio = over(turned.getLast(), turned.getFirst());
    if (ratio.freedom() == 0) {
      return Optional.empty();
    }
    int pairs = turned.size() * (turned.size() - 1) / 2;
    Interval range = ratio.interval(1 - (1 - CONFIDENCE) / pairs);
    return Optional.of(new KnobEffect(clock, knob.label, turned.size(), range, effect(range)));
  }

  private PairedRatio overDefault(Candidate candidate) {
    return table.overDefault(candidate.name());
  }

  private double meanLog(Candidate candidate) {
    return Standings.isBaseline(candidate) ? 0 : overDefault(candidate).meanLog();
  }

  private PairedRatio over(Candidate fastest, Candidate slowest) {
    if (Standings.isBaseline(fastest)) {
      return overDefault(slowest).inverse();
    }
    return Standings.isBaseline(slowest)
        ? overDefault(fastest)
        : table.ratio(fastest.name(), slowest.name());
  }

  private Effect effect(Interval range) {
    if (range.low() > 1 + margin) {
      return Effect.MATTERS;
    }
    return range.high() <= 1 + margin ? Effect.DOES_NOT_MATTER : Effect.UNCLEAR;
  }
}
