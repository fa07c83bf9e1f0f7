package dev.cleave.tuner.adapt;

import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.adapt.Finding.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The search: from a plan to its best neighbour, and on from there, until no neighbour is better.
 *
 * <p>Knows nothing of files or clocks: it says by which plan the next slice shall go, and hears at
 * which pace it went. Used by one thread.
 */
final class Climb {
  /** The first slices are the holder's alone: they warm up, and show the noise. */
  private static final int SLICES_TO_BEGIN = 4;

  /** A pace that changed by this factor is another device's. */
  private static final double OTHER_REGIME_LOG = Math.log(2);

  private final CopyPlan start;
  private final PairNoise noise = new PairNoise();
  private final Neighbours neighbours;
  private final List<Finding> findings = new ArrayList<>();
  private CopyPlan holder;
  private @Nullable Duel duel;
  private int begun;
  private double holdersLogPace = Double.NaN;
  private int strange;
  private boolean done;

  /**
   * @param hint tried first; null if there is none
   * @param mostTasks of a plan that is tried
   */
  Climb(CopyPlan start, @Nullable CopyPlan hint, int mostTasks) {
    this.start = start;
    this.holder = start;
    this.neighbours = new Neighbours(start, hint, Math.max(mostTasks, start.tasks()), noise);
  }

  CopyPlan start() {
    return start;
  }

  /** What becomes of a plan with the file that is next. */
  void goOn(UnaryOperator<CopyPlan> fittingThere) {
    neighbours.fitting(fittingThere);
  }

  /** The best plan known. */
  CopyPlan holder() {
    return holder;
  }

  /** Whether no neighbour is left to be tried. */
  boolean isDone() {
    return done;
  }

  /** Those that were compared, in this order. */
  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** The plan of the next slice. */
  CopyPlan next() {
    if (!done && begun >= SLICES_TO_BEGIN && isBetweenPairs()) {
      duel = neighbours.next();
      done = duel == null;
    }
    return duel == null ? holder : duel.next();
  }

  /** What the holder is being compared with; itself if with nothing. */
  CopyPlan challenger() {
    return duel == null ? holder : duel.challenger();
  }

  /** Whether the next slice may have another size than the last one. */
  boolean isBetweenPairs() {
    return duel == null || duel.isPairComplete();
  }

  /** Nothing more is compared for now: what isn't decided is left, and may be tried again. */
  void pause() {
    for (Duel undecided : neighbours.open()) {
      if (undecided.hasPairs()) {
        findings.add(Finding.of(undecided, Ending.BROKEN_OFF));
      }
    }
    neighbours.moveTo(holder);
    duel = null;
  }

  /**
   * The slice that was due went by another plan than it should, since its backend failed: that one
   * is out of the question.
   *
   * @param ran by which it went in the end
   */
  void failed(CopyPlan plan, CopyPlan ran) {
    if (duel != null && !holder.equals(plan)) {
      end(duel, Ending.FAILED);
    } else if (holder.equals(plan)) {
      holder = ran;
      neighbours.moveTo(ran);
      duel = null;
      begun = 0;
    }
  }

  /**
   * The slice that was due is copied.
   *
   * @param bytesPerSecond above 0
   */
  void copied(double bytesPerSecond) {
    double logPace = Math.log(bytesPerSecond);
    Duel current = duel;
    if (done || current == null) {
      if (begun < SLICES_TO_BEGIN) {
        begin(logPace);
      }
      return;
    }
    boolean holders = current.next().equals(holder);
    if (holders && isAnotherRegime(logPace)) {
      beginAnew(current, logPace);
      return;
    }
    current.add(logPace);
    switch (current.state()) {
      case OPEN -> {}
      case BETTER -> end(current, Ending.BETTER);
      case NOT_BETTER -> end(current, Ending.NOT_BETTER);
    }
  }

  private void begin(double logPace) {
    if (begun >= 2) { // the first one is short, and a cold start
      noise.addSamePlan(logPace - holdersLogPace);
    }
    holdersLogPace = logPace;
    begun++;
  }

  /** One such slice may have been held up; two in a row are a change. */
  private boolean isAnotherRegime(double logPace) {
    boolean far = Math.abs(logPace - holdersLogPace) > OTHER_REGIME_LOG;
    strange = far ? strange + 1 : 0;
    if (!far) {
      holdersLogPace = logPace;
    }
    return strange >= 2;
  }

  private void beginAnew(Duel current, double logPace) {
    findings.add(Finding.of(current, Ending.OTHER_REGIME));
    neighbours.forget();
    duel = null;
    strange = 0;
    holdersLogPace = logPace;
  }

  private void end(Duel over, Ending ending) {
    findings.add(Finding.of(over, ending));
    noise.add(over.pairs());
    neighbours.leaveOut(over);
    duel = null;
    if (ending == Ending.BETTER) {
      holdersLogPace += over.ratio().meanLog();
      holder = over.challenger();
      neighbours.moveTo(holder);
    }
  }
}
