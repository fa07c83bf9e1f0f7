package dev.cleave.reports.text;

import dev.cleave.reports.compare.ComparisonGroup;
import dev.cleave.reports.compare.PlanComparison;
import dev.cleave.reports.compare.RunComparison;
import dev.cleave.tuner.stats.Interval;
import java.util.Locale;

/** What {@code cleave report} prints of two runs or more, in at most 80 columns. */
public final class ComparisonText {
  private static final int NAME_COLUMNS = 20;

  private ComparisonText() {}

  public static String of(RunComparison compared) {
    StringBuilder text = new StringBuilder();
    for (int number = 0; number < compared.runs().size(); number++) {
      var run = compared.runs().get(number);
      String line =
          ComparisonSentences.letter(number)
              + "  "
              + run.id()
              + "  "
              + ComparisonSentences.run(run);
      text.append(Lines.wrapped(Lines.printable(line), "", "   "));
    }
    ComparisonGroup.allOf(compared).forEach(group -> text.append('\n').append(table(group)));
    text.append('\n');
    text.append(Lines.wrapped(ComparisonSentences.explanation(compared), "", ""));
    compared
        .notes()
        .forEach(
            note -> text.append(Lines.wrapped("Left out: " + Lines.printable(note), "", "  ")));
    String verdict = compared.verdict() + ": " + ComparisonSentences.verdict(compared);
    return text.append('\n').append(Lines.wrapped(verdict, "", "  ")).toString();
  }

  private static String table(ComparisonGroup group) {
    StringBuilder text = new StringBuilder(ComparisonSentences.group(group) + "\n");
    String other = ComparisonSentences.letter(group.run());
    text.append(row(" ", "candidate", "A", "N", other, "N", "ratio", "verdict"));
    group.comparisons().forEach(compared -> text.append(row(compared)));
    return text.toString();
  }

  private static String row(PlanComparison compared) {
    return row(
        compared.decides() ? "*" : " ",
        Lines.cut(Lines.printable(compared.name()), NAME_COLUMNS),
        Figures.mebibytes(compared.before().bytesPerSecond()),
        Integer.toString(compared.before().rounds()),
        Figures.mebibytes(compared.after().bytesPerSecond()),
        Integer.toString(compared.after().rounds()),
        ratio(compared.ratio()),
        compared.verdict().toString());
  }

  private static String row(
      String mark, String name, String a, String aN, String b, String bN, String ratio, String v) {
    return String.format(
                Locale.ROOT,
                "%s %-" + NAME_COLUMNS + "s %7s %4s %7s %4s  %-18s %s",
                mark,
                name,
                a,
                aN,
                b,
                bN,
                ratio,
                v)
            .stripTrailing()
        + "\n";
  }

  private static String ratio(Interval ratio) {
    return Double.isFinite(ratio.high())
        ? String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", ratio.ratio(), ratio.low(), ratio.high())
        : String.format(Locale.ROOT, "%.2f", ratio.ratio());
  }
}
