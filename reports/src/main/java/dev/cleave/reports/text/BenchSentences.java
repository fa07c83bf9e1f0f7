package dev.cleave.reports.text;

import dev.cleave.engine.ByteSize;
import dev.cleave.tuner.contender.BenchFindings;
import dev.cleave.tuner.contender.BenchRun;
import dev.cleave.tuner.contender.ContenderResult;
import dev.cleave.tuner.contender.Roofline;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a bench found, in words; the same in every report. */
public final class BenchSentences {
  private BenchSentences() {}

  /** What was measured. */
  public static String heading(BenchFindings findings) {
    BenchRun run = findings.run();
    return "a file of "
        + ByteSize.format(run.fileBytes())
        + ", "
        + run.cacheState()
        + " source, every contender a process of its own";
  }

  /** The winner by each clock, the roofline, and who cloned; one sentence each. */
  public static List<String> of(BenchFindings findings) {
    List<String> sentences = new ArrayList<>();
    for (Clock clock : Clock.values()) {
      sentences.add(winner(findings, clock));
    }
    for (ContenderResult result : findings.results()) {
      if (result.shared() > 0) {
        sentences.add(clone(result));
      }
    }
    sentences.add(roofline(findings));
    return sentences;
  }

  /** Which contenders have samples that are not used, and why. */
  public static List<String> unused(BenchFindings findings) {
    return findings.results().stream()
        .filter(result -> result.invalid() > 0)
        .map(
            result ->
                result.contender().name()
                    + ": "
                    + result.invalid()
                    + " samples not used, the first: "
                    + result.whyInvalid())
        .toList();
  }

  private static String winner(BenchFindings findings, Clock clock) {
    ContenderResult engine = findings.fastestOfEngine(clock);
    ContenderResult peer = findings.fastestPeer(clock);
    String by = Sentences.capitalized(clock.toString()) + " clock: ";
    if (engine == null) {
      return by + "the engine has no valid sample.";
    }
    String own = engine.contender().name();
    if (peer == null) {
      return by + own + " has no peer to be compared with.";
    }
    String other = peer.contender().name();
    Interval ratio = findings.ratio(own, other, clock);
    if (ratio == null) {
      return by + own + " and " + other + " have no round in common.";
    }
    String measured = times(ratio);
    if (ratio.isAbove(1)) {
      return by + own + " wins: " + measured + " as fast as " + other + ", the fastest peer.";
    }
    return ratio.isBelow(1)
        ? by + other + " wins: " + own + ", the engine's fastest, is " + measured + " as fast."
        : by + own + " and " + other + ", the fastest peer, are not told apart: " + measured + ".";
  }

  private static String times(Interval ratio) {
    return Figures.times(ratio.ratio()) + " [" + Figures.ends(ratio) + "]";
  }

  private static String clone(ContenderResult result) {
    return result.contender().name()
        + String.format(
            Locale.ROOT, " shared the source's blocks in %.3f s", result.sharedSeconds())
        + " instead of copying ("
        + result.shared()
        + " samples, not used): where a clone will do, it wins.";
  }

  private static String roofline(BenchFindings findings) {
    Roofline roofline = findings.roofline();
    if (roofline == null) {
      return "Roofline: not measured.";
    }
    String rates =
        "Roofline (%s, N=%d): read %s, write %s, both at once %s MiB/s"
            .formatted(
                roofline.by(),
                roofline.samples(),
                Figures.mebibytes(roofline.read()),
                Figures.mebibytes(roofline.write()),
                Figures.mebibytes(roofline.copy()));
    Double share = roofline.share();
    if (share == null) {
      return rates + ".";
    }
    return rates
        + "; "
        + roofline.shareOf()
        + " reaches "
        + Figures.percent(share)
        + " of the last, until the data is on the device."
        + (share > 1 ? " What is outrun is no bound: buffered copies kept the device busier." : "");
  }
}
