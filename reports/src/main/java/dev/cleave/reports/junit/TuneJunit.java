package dev.cleave.reports.junit;

import dev.cleave.reports.Report;
import dev.cleave.reports.junit.JunitCase.Outcome;
import dev.cleave.reports.text.Sentences;
import dev.cleave.tuner.file.AtomicFile;
import dev.cleave.tuner.run.ClassSweep;
import dev.cleave.tuner.run.TuneRun;
import dev.cleave.tuner.search.Recommendation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The decisions of a run as {@code junit.xml}: a suite for each sweep, a case for each clock. */
public final class TuneJunit implements Report {
  static final String FILE_NAME = "junit.xml";

  /** Spelled out because javac warns of implicit constructors in exported packages. */
  public TuneJunit() {}

  @Override
  public List<Path> write(TuneRun run, Path directory) throws IOException {
    String xml =
        JunitXml.of(
            "cleave tune " + run.destination().path(),
            run.sweeps().stream().map(TuneJunit::suite).toList());
    return List.of(AtomicFile.write(directory.resolve(FILE_NAME), xml));
  }

  private static JunitSuite suite(ClassSweep sweep) {
    return new JunitSuite(
        Sentences.part(sweep.sizeClass(), sweep.cacheState()),
        sweep.recommendations().entrySet().stream()
            .map(
                found ->
                    new JunitCase(
                        found.getKey() + " clock",
                        outcome(found.getValue()),
                        Sentences.recommendation(sweep, found.getKey(), found.getValue()),
                        found.getValue().why(),
                        0))
            .toList());
  }

  private static Outcome outcome(Recommendation found) {
    return switch (found.verdict()) {
      case TUNED, KEEP_DEFAULT -> Outcome.PASSED;
      case INCONCLUSIVE -> Outcome.SKIPPED;
      case INVALID -> Outcome.ERROR;
    };
  }
}
