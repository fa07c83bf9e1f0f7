package dev.cleave.reports.junit;

import dev.cleave.reports.compare.ComparisonGroup;
import dev.cleave.reports.compare.ComparisonVerdict;
import dev.cleave.reports.compare.PlanComparison;
import dev.cleave.reports.compare.RunComparison;
import dev.cleave.reports.junit.JunitCase.Outcome;
import dev.cleave.reports.text.ComparisonSentences;
import dev.cleave.reports.text.Figures;

/** A comparison of runs as JUnit's XML: what decides are the cases, and SLOWER is the failure. */
public final class ComparisonJunit {
  private ComparisonJunit() {}

  public static String of(RunComparison compared) {
    return JunitXml.of(
        "cleave report",
        ComparisonGroup.allOf(compared).stream().map(ComparisonJunit::suite).toList());
  }

  private static JunitSuite suite(ComparisonGroup group) {
    return new JunitSuite(
        ComparisonSentences.group(group),
        group.comparisons().stream()
            .filter(PlanComparison::decides)
            .map(ComparisonJunit::junitCase)
            .toList());
  }

  private static JunitCase junitCase(PlanComparison compared) {
    String message =
        compared.verdict()
            + ": "
            + Figures.times(compared.ratio().ratio())
            + " ["
            + Figures.ends(compared.ratio())
            + "]";
    String details =
        "%s: %s MiB/s (N=%d) before, %s MiB/s (N=%d) after"
            .formatted(
                compared.plan(),
                Figures.mebibytes(compared.before().bytesPerSecond()),
                compared.before().rounds(),
                Figures.mebibytes(compared.after().bytesPerSecond()),
                compared.after().rounds());
    return new JunitCase(compared.name(), outcome(compared.verdict()), message, details, 0);
  }

  private static Outcome outcome(ComparisonVerdict verdict) {
    return switch (verdict) {
      case SAME, FASTER -> Outcome.PASSED;
      case SLOWER -> Outcome.FAILURE;
      case UNCLEAR -> Outcome.SKIPPED;
    };
  }
}
