package dev.cleave.tuner.adapt;

import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.stats.PairedRatio;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The neighbours of the plan of so far, and which of them is to be looked at next: each once, those
 * first whose move did well from an earlier plan; then always the one that looks best, until it is
 * decided. A large gain is so found soon, wherever it lies, and what looks bad costs one pair.
 */
final class Neighbours {
  /**
   * A move that is worse than this isn't made again from the next plan, nor one twice as large:
   * knobs seldom depend on each other so much.
   */
  private static final double BAD = 0.95;

  /** One-sided, of that. */
  private static final double BAD_ERROR = 0.1;

  private final int mostTasks;
  private final PairNoise noise;
  private final Map<Move, PairedRatio> effects = new EnumMap<>(Move.class);
  private final Set<CopyPlan> out = new HashSet<>();
  private final List<Duel> open = new ArrayList<>();
  private final List<Move> untried = new ArrayList<>();
  private @Nullable CopyPlan hint;
  private CopyPlan holder;
  private UnaryOperator<CopyPlan> fitting = UnaryOperator.identity();

  /**
   * @param hint tried first; null if there is none
   */
  Neighbours(CopyPlan holder, @Nullable CopyPlan hint, int mostTasks, PairNoise noise) {
    this.hint = hint;
    this.mostTasks = mostTasks;
    this.noise = noise;
    this.holder = holder;
    moveTo(holder);
  }

  /** What becomes of a plan with the file that is next. */
  void fitting(UnaryOperator<CopyPlan> there) {
    fitting = there;
  }

  /** The plan of so far is another one: the old one and what was worse than it are out. */
  void moveTo(CopyPlan plan) {
    out.add(holder);
    holder = plan;
    open.clear();
    untried.clear();
    untried.addAll(List.of(Move.values()));
    untried.sort((a, b) -> Double.compare(effect(b), effect(a)));
  }

  private double effect(Move move) {
    PairedRatio seen = effects.get(move);
    return seen == null ? 0 : seen.meanLog();
  }

  private boolean isBad(@Nullable Move move) {
    PairedRatio seen = move == null ? null : effects.get(move);
    return seen != null && seen.upperBound(BAD_ERROR) < BAD;
  }

  /** Those of which something was seen, but not enough. */
  List<Duel> open() {
    return List.copyOf(open);
  }

  /** All may be tried again. */
  void forget() {
    effects.clear();
    out.clear();
    moveTo(holder);
  }

  /** Never tried again, unless everything is. */
  void leaveOut(Duel duel) {
    out.add(duel.challenger());
    open.remove(duel);
    remember(duel);
  }

  private void remember(Duel duel) {
    if (duel.move() != null && duel.hasPairs()) {
      effects.put(duel.move(), duel.ratio());
    }
  }

  /** The comparison whose next pair is due; null if all are decided. */
  @Nullable Duel next() {
    Duel fresh = fresh();
    if (fresh != null) {
      open.add(fresh);
      return fresh;
    }
    Duel best = null;
    for (Duel duel : open) {
      if (best == null || duel.ratio().meanLog() > best.ratio().meanLog()) {
        best = duel;
      }
    }
    return best;
  }

  private @Nullable Duel fresh() {
    CopyPlan hinted = hint;
    hint = null;
    Duel duel = hinted == null ? null : against(null, hinted);
    for (int i = 0; duel == null && i < untried.size(); ) {
      Move move = untried.get(i);
      Move half = move.half();
      if (half != null && untried.contains(half)) {
        i++; // it comes later in the order, and this one is looked for again
        continue;
      }
      untried.remove(i);
      if (!isBad(move) && !isBad(half)) {
        duel = against(move, move.applyTo(holder));
      }
    }
    return duel;
  }

  private @Nullable Duel against(@Nullable Move move, CopyPlan neighbour) {
    if (neighbour.equals(holder) || neighbour.tasks() > mostTasks || out.contains(neighbour)) {
      return null;
    }
    boolean fits = SliceSize.isShort(neighbour) && fitting.apply(neighbour).equals(neighbour);
    for (Duel duel : open) {
      fits &= !duel.challenger().equals(neighbour);
    }
    return fits ? new Duel(move, neighbour, holder, noise) : null;
  }
}
