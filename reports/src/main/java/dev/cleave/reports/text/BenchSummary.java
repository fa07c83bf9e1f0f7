package dev.cleave.reports.text;

import dev.cleave.engine.ByteSize;
import dev.cleave.tuner.contender.BenchFindings;
import dev.cleave.tuner.contender.ContenderResult;
import dev.cleave.tuner.contender.Missing;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.stats.Interval;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a bench prints at its end: who wins, then a table of at most 80 columns. */
public final class BenchSummary {
  private static final int NAME_COLUMNS = 17;

  private BenchSummary() {}

  public static String of(BenchFindings findings) {
    StringBuilder text = new StringBuilder();
    findings.run().warnings().forEach(w -> text.append(wrapped("Warning: " + w)));
    BenchSentences.of(findings).forEach(sentence -> text.append(wrapped(sentence)));
    Doubt.allOf(findings.run()).forEach(it -> text.append(wrapped("Warning: " + it.sentence())));
    text.append('\n').append(wrapped(heading(findings)));
    text.append("%-21s%-25s%s\n".formatted("", "command clock", "durable clock"));
    text.append(row("contender", "N", "s", "ratio", "s", "ratio", "CPU", "peak"));
    findings.results().forEach(result -> text.append(row(findings, result)));
    BenchSentences.unused(findings).forEach(sentence -> text.append(wrapped(sentence)));
    for (Missing missing : findings.run().missing()) {
      text.append(wrapped("Not there: " + missing.name() + ", " + missing.why()));
    }
    return text.toString();
  }

  private static String heading(BenchFindings findings) {
    return Sentences.capitalized(BenchSentences.heading(findings))
        + ": medians, and speed as a ratio to "
        + (findings.cp() == null ? "cp" : findings.cp())
        + ", paired in rounds, with its 95 % interval; CPU in s per GB, peak memory in MiB";
  }

  private static String wrapped(String text) {
    return Lines.wrapped(Lines.printable(text), "", "  ");
  }

  private static String row(BenchFindings findings, ContenderResult result) {
    Long peak = result.peakBytes();
    return row(
        shortened(result.contender().name()),
        Integer.toString(result.seconds(Clock.COMMAND).n()),
        seconds(result, Clock.COMMAND),
        ratio(findings, result, Clock.COMMAND),
        seconds(result, Clock.DURABLE),
        ratio(findings, result, Clock.DURABLE),
        result.hasSamples() ? brief(result.cpuSecondsPerGB()) : "",
        peak == null ? "" : Long.toString(Math.round((double) peak / ByteSize.MIB)));
  }

  private static String row(
      String name,
      String n,
      String command,
      String ratio,
      String durable,
      String durableRatio,
      String cpu,
      String peak) {
    return String.format(
                Locale.ROOT,
                "%-" + NAME_COLUMNS + "s%3s %6s %-17s %6s %-17s %4s %4s",
                name,
                n,
                command,
                ratio,
                durable,
                durableRatio,
                cpu,
                peak)
            .stripTrailing()
        + "\n";
  }

  /** The options of cp by their first letters, else its variants would look the same. */
  private static String shortened(String name) {
    return Lines.cut(
        Lines.printable(name.replace("--reflink=never", "-r=n").replace("--sparse=never", "-s=n")),
        NAME_COLUMNS);
  }

  private static String seconds(ContenderResult result, Clock clock) {
    return result.hasSamples() ? Figures.threeDigits(result.seconds(clock).median()) : "";
  }

  private static String ratio(BenchFindings findings, ContenderResult result, Clock clock) {
    @Nullable Interval ratio = findings.ratioToCp(result, clock);
    if (ratio == null) {
      return result.contender().name().equals(findings.cp()) ? "1" : "";
    }
    return brief(ratio.ratio())
        + (Double.isFinite(ratio.high())
            ? " [" + brief(ratio.low()) + ", " + brief(ratio.high()) + "]"
            : "");
  }

  /** Four characters for all that is below 10,000. */
  private static String brief(double value) {
    int decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
