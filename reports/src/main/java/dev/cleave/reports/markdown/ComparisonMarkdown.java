package dev.cleave.reports.markdown;

import dev.cleave.reports.compare.ComparisonGroup;
import dev.cleave.reports.compare.PlanComparison;
import dev.cleave.reports.compare.RunComparison;
import dev.cleave.reports.text.ComparisonSentences;
import dev.cleave.reports.text.Figures;
import dev.cleave.reports.text.Sentences;
import java.util.List;

/** Runs beside each other for a ticket: the verdict, the runs, and what decides. */
public final class ComparisonMarkdown {
  private ComparisonMarkdown() {}

  public static String of(RunComparison compared) {
    StringBuilder text = new StringBuilder("## " + compared.verdict() + "\n\n");
    text.append(Markdown.text(Sentences.capitalized(ComparisonSentences.verdict(compared))))
        .append("\n\n");
    for (int number = 0; number < compared.runs().size(); number++) {
      var run = compared.runs().get(number);
      String letter = ComparisonSentences.letter(number);
      text.append(Markdown.bullet(letter + ": " + run.id() + ", " + ComparisonSentences.run(run)));
    }
    ComparisonGroup.allOf(compared).forEach(group -> text.append(table(group)));
    text.append('\n').append(Markdown.text(ComparisonSentences.explanation(compared)));
    text.append("\n\n");
    compared.notes().forEach(note -> text.append(Markdown.bullet("Left out: " + note)));
    return text.toString();
  }

  private static String table(ComparisonGroup group) {
    String letter = ComparisonSentences.letter(group.run());
    List<String> header =
        List.of("candidate", "A, MiB/s", letter + ", MiB/s", "ratio [interval]", "verdict");
    List<List<String>> rows =
        group.comparisons().stream()
            .filter(PlanComparison::decides)
            .map(ComparisonMarkdown::row)
            .toList();
    return "\n"
        + Markdown.text(ComparisonSentences.group(group))
        + "\n\n"
        + Markdown.table(header, rows);
  }

  private static List<String> row(PlanComparison compared) {
    return List.of(
        compared.name() + " *",
        rate(compared.before()),
        rate(compared.after()),
        Figures.times(compared.ratio().ratio()) + " [" + Figures.ends(compared.ratio()) + "]",
        compared.verdict().toString());
  }

  private static String rate(PlanComparison.Rate rate) {
    return Figures.mebibytes(rate.bytesPerSecond()) + " (N=" + rate.rounds() + ")";
  }
}
