package dev.cleave.bench.qualify;

import dev.cleave.tuner.qualify.Cliff;
import dev.cleave.tuner.qualify.LoadShape;
import dev.cleave.tuner.qualify.Measurement;
import dev.cleave.tuner.qualify.Window;
import dev.cleave.tuner.stats.LevelChange;
import dev.cleave.tuner.stats.SteadyState;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds burst, cliff and steady state in a workload's windows. */
final class LoadShapes {
  private static final String RULE =
      "the last 5 steady-state rounds: highest - lowest <= 20 % of their mean, and the line through"
          + " them changes by <= 10 % of it (the criterion of SNIA's PTS, on a file and without"
          + " preconditioning the raw device: no PTS result)";

  private LoadShapes() {}

  /** Null where there are too few windows to say anything. */
  static @Nullable LoadShape of(Measurement measurement) {
    List<Window> windows = measurement.windows();
    if (windows.size() < 2 * SteadyState.ROUNDS) {
      return null;
    }
    double[] rates = windows.stream().mapToDouble(Window::bytesPerSecond).toArray();
    List<LevelChange> changes = LevelChange.allOf(rates);
    int last = lastChange(changes);
    double[] behind = Arrays.copyOfRange(rates, last, rates.length);
    SteadyState steady = SteadyState.ofWindows(behind.length < SteadyState.ROUNDS ? rates : behind);
    boolean reached = steady.isReached() && behind.length >= SteadyState.ROUNDS;
    LevelChange fall = LevelChange.firstFall(changes);
    return new LoadShape(
        mean(rates, burstEnd(fall, rates.length)),
        reached ? Double.valueOf(Arrays.stream(behind).average().orElseThrow()) : null,
        fall == null ? null : cliff(windows, fall.index()),
        reached,
        steady.rounds(),
        steady.range(),
        steady.slopeExcursion(),
        RULE);
  }

  /** The first window that isn't all before the fall; that before it may hold both levels. */
  static int burstEnd(@Nullable LevelChange fall, int windows) {
    return fall == null ? windows : fall.index() - 1;
  }

  /**
   * The first window that is all behind the last change, in whose own both levels may be mixed; 0
   * if there is none.
   */
  static int lastChange(List<LevelChange> changes) {
    return changes.isEmpty() ? 0 : changes.getLast().index() + 1;
  }

  /**
   * The first window behind the rises that a load begins with; 0 if it doesn't, or for too long.
   */
  static int start(List<LevelChange> changes, int windows) {
    int start = 0;
    for (LevelChange change : changes) {
      if (change.isFall() || change.index() > windows / 2) {
        break;
      }
      start = change.index();
    }
    return start;
  }

  private static Cliff cliff(List<Window> windows, int index) {
    long bytes = windows.subList(0, index).stream().mapToLong(Window::bytes).sum();
    return new Cliff(bytes, windows.get(index).startSeconds());
  }

  private static double mean(double[] rates, int count) {
    return Arrays.stream(rates, 0, count).average().orElse(Double.NaN);
  }
}
