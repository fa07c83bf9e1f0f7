package dev.cleave.bench.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers which signal ends the process, and leaves the rest to the JVM: its shutdown tells
 * nobody. Ones that whoever started us wants ignored stay so.
 */
final class EndingSignals implements AutoCloseable {
  private static final int BY_SIGNAL = 128; // what shells add to the number

  private final Map<sun.misc.Signal, sun.misc.SignalHandler> before = new LinkedHashMap<>();
  private volatile int exitCode = ExitCode.INTERRUPTED;

  private EndingSignals() {}

  static EndingSignals whileOpen() {
    EndingSignals signals = new EndingSignals();
    for (String name : new String[] {"INT", "TERM", "HUP"}) {
      signals.watch(new sun.misc.Signal(name));
    }
    return signals;
  }

  private void watch(sun.misc.Signal signal) {
    synchronized (before) { // a signal may come at once
      before.put(signal, sun.misc.Signal.handle(signal, this::remember));
    }
  }

  private void remember(sun.misc.Signal signal) {
    exitCode = BY_SIGNAL + signal.getNumber();
    sun.misc.SignalHandler next;
    synchronized (before) {
      next = before.get(signal);
    }
    if (next != null) {
      next.handle(signal);
    }
  }

  /** What the process ends with: of the last signal that came, or of Ctrl-C if none did. */
  int exitCode() {
    return exitCode;
  }

  @Override
  public void close() {
    before.forEach(sun.misc.Signal::handle);
  }
}
