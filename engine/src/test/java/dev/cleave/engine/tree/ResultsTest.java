package dev.cleave.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.CopyError;
import dev.cleave.engine.CopyListener;
import dev.cleave.engine.CopyOutcome;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private static final int FAILURES = 1_000_000;

  @Test
  void tellsOfAMillionFailuresAndKeepsTheFirst() {
    AtomicLong told = new AtomicLong();
    CopyListener counting =
        new CopyListener() {
          @Override
          public void failed(CopyError error) {
            told.incrementAndGet();
          }
        };
    Results results = new Results(counting);
    for (int number = 0; number < FAILURES; number++) {
      EntryReport report = new EntryReport();
      report.failed(CopyFailure.refused(BytePath.of("file" + number), "number " + number));
      report.warn("warning " + number);
      results.complete(number, report);
    }
    CopyOutcome outcome = results.outcome(1, false);
    assertThat(told).hasValue(FAILURES);
    assertThat(outcome.failures()).isEqualTo(FAILURES);
    assertThat(outcome.isComplete()).isFalse();
    assertThat(outcome.errors()).hasSize(CopyOutcome.MOST_KEPT);
    assertThat(outcome.errors().getFirst().message()).isEqualTo("number 0");
    assertThat(outcome.warnings()).hasSize(CopyOutcome.MOST_KEPT);
  }
}
