package dev.cleave.reports.text;

import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.run.ClassSweep;
import dev.cleave.tuner.run.TuneRun;
import dev.cleave.tuner.search.Recommendation;
import java.util.stream.Collectors;

/** What a run found, in words. */
public final class Sentences {
  private Sentences() {}

  /** One sentence: verdict, plan, gain with its interval, N. */
  public static String recommendation(ClassSweep sweep, Clock clock, Recommendation found) {
    String warm = sweep.cacheState() == CacheState.WARM ? " in the page cache" : "";
    String subject = capitalized(sweep.sizeClass() + " files" + warm + ", " + until(clock) + ": ");
    String samples = found.samples() + (found.samples() == 1 ? " sample" : " samples");
    return switch (found.verdict()) {
      case TUNED -> subject + "use " + found.plan() + ": " + gain(found) + ", " + samples + ".";
      case KEEP_DEFAULT -> subject + "keep the default, " + found.plan() + " (" + samples + ").";
      case INCONCLUSIVE ->
          subject
              + "inconclusive after "
              + samples
              + ": the default stays, "
              + found.plan()
              + "; more time may show a difference.";
      case INVALID -> subject + "no valid sample; the default stays, " + found.plan() + ".";
    };
  }

  /** A part of a run: {@code large files, cold source}. */
  public static String part(SizeClass sizeClass, CacheState cacheState) {
    return sizeClass + " files, " + cacheState + " source";
  }

  /** What was measured: {@code a file of 1GiB, cold source}. */
  public static String setting(ClassSweep sweep) {
    return sweep.data() + ", " + sweep.cacheState() + " source";
  }

  /** What was measured in all sweeps. */
  public static String settings(TuneRun run) {
    return run.sweeps().stream().map(Sentences::setting).collect(Collectors.joining("; "));
  }

  /** What a clock counts: {@code until the copy returns}. */
  public static String until(Clock clock) {
    return switch (clock) {
      case COMMAND -> "until the copy returns";
      case DURABLE -> "until the data is on the device";
    };
  }

  public static String capitalized(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String gain(Recommendation found) {
    return Double.isFinite(found.gain().high())
        ? Figures.times(found.gain().ratio())
            + " the default (95 % interval "
            + Figures.ends(found.gain())
            + ")"
        : Figures.times(found.gain().ratio()) + " the default (too few pairs for an interval)";
  }
}
