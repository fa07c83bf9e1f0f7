package dev.cleave.reports.text;

import dev.cleave.reports.compare.ComparisonGroup;
import dev.cleave.reports.compare.RunComparison;
import dev.cleave.tuner.run.TuneRun;

/** What a comparison of runs says, in words. */
public final class ComparisonSentences {
  private ComparisonSentences() {}

  /** The first run is A. */
  public static String letter(int run) {
    return run < 26 ? String.valueOf((char) ('A' + run)) : "run " + run;
  }

  /** The whole in one sentence. */
  public static String verdict(RunComparison compared) {
    String others = compared.runs().size() == 2 ? "B is " : "the others are ";
    String margin = "the margin of " + Figures.percent(compared.margin());
    return switch (compared.verdict()) {
      case SAME -> others + "as fast as A, within " + margin + ".";
      case FASTER -> others + "faster than A by more than " + margin + ", and nowhere slower.";
      case SLOWER -> "a plan that matters is slower than in A by more than " + margin + ".";
      case UNCLEAR -> "the samples don't say whether " + others + "within " + margin + " of A.";
    };
  }

  /** {@code host-7, Linux 6.1, Cleave 0.1.0, ext4@vda}. */
  public static String run(TuneRun run) {
    return run.environment().hostName()
        + ", "
        + run.environment().kernel()
        + ", Cleave "
        + run.environment().version()
        + ", "
        + run.destination().identity();
  }

  /** What a table is about. */
  public static String group(ComparisonGroup group) {
    return Sentences.capitalized(Sentences.part(group.sizeClass(), group.cacheState()))
        + ", "
        + Sentences.until(group.clock())
        + ": "
        + letter(group.run())
        + " over A";
  }

  /** How to read the tables. */
  public static String explanation(RunComparison compared) {
    return "Trimmed geometric means in MiB/s of the rounds of sweep, confirmation and gain with their"
        + " number N; the ratio with its "
        + Figures.percent(compared.confidence())
        + " interval, which is 95 % for all together that decide (*: the default of A and what A"
        + " recommends). It holds the noise within the runs, not what made a run as a whole faster"
        + " or slower: a warmer device, a neighbour. Several runs of each tell.";
  }
}
