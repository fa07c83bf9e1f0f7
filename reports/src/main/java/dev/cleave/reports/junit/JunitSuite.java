package dev.cleave.reports.junit;

import dev.cleave.reports.junit.JunitCase.Outcome;
import java.util.List;

/** The cases of one device. */
public record JunitSuite(String name, List<JunitCase> cases) {
  public JunitSuite {
    cases = List.copyOf(cases);
  }

  long count(Outcome outcome) {
    return cases.stream().filter(one -> one.outcome() == outcome).count();
  }

  double seconds() {
    return cases.stream().mapToDouble(JunitCase::seconds).sum();
  }
}
