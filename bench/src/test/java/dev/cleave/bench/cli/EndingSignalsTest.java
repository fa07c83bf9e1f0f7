package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingSignalsTest {
  /** In the place of the JVM's own handlers, which would end the tests. */
  @ParameterizedTest
  @CsvSource({"INT,130", "TERM,143", "HUP,129"})
  void sayWhatTheProcessWillEndWith(String name, int exitCode) throws InterruptedException {
    BlockingQueue<Integer> ended = new LinkedBlockingQueue<>();
    sun.misc.Signal signal = new sun.misc.Signal(name);
    sun.misc.SignalHandler jvm =
        sun.misc.Signal.handle(signal, caught -> ended.add(caught.getNumber()));
    try (EndingSignals signals = EndingSignals.whileOpen()) {
      sun.misc.Signal.raise(signal);
      assertThat(ended.take()).as("the JVM hears of it, too").isEqualTo(signal.getNumber());
      assertThat(signals.exitCode()).isEqualTo(exitCode);
    } finally {
      sun.misc.Signal.handle(signal, jvm);
    }
  }
}
