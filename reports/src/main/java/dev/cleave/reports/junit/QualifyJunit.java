package dev.cleave.reports.junit;

import dev.cleave.reports.junit.JunitCase.Outcome;
import dev.cleave.reports.text.QualifyFigures;
import dev.cleave.tuner.qualify.DeviceQualification;
import dev.cleave.tuner.qualify.QualifyRun;
import dev.cleave.tuner.qualify.QualifyVerdict;
import dev.cleave.tuner.qualify.RequirementResult;

/** A qualification as JUnit's XML: a suite for each device, a case for each requirement. */
public final class QualifyJunit {
  private QualifyJunit() {}

  public static String of(QualifyRun run) {
    return JunitXml.of(
        "cleave qualify " + run.specification(),
        run.devices().stream().map(QualifyJunit::suite).toList());
  }

  private static JunitSuite suite(DeviceQualification device) {
    return new JunitSuite(
        device.directory(), device.requirements().stream().map(QualifyJunit::junitCase).toList());
  }

  private static JunitCase junitCase(RequirementResult result) {
    String details =
        "%s: %s, measured %s %s, bound %s"
            .formatted(
                result.workload(),
                QualifyFigures.metric(result),
                QualifyFigures.value(result.measured(), result.unit()),
                QualifyFigures.interval(result),
                QualifyFigures.bound(result));
    return new JunitCase(
        result.name(),
        outcome(result.verdict()),
        result.verdict() + ": " + result.why(),
        details,
        0);
  }

  private static Outcome outcome(QualifyVerdict verdict) {
    return switch (verdict) {
      case PASS -> Outcome.PASSED;
      case FAIL -> Outcome.FAILURE;
      case INVALID -> Outcome.ERROR;
      case INCONCLUSIVE -> Outcome.SKIPPED;
    };
  }
}
