package dev.cleave.bench.cli;

import java.io.PrintStream;

/** One line of a terminal that is written over and over, at most ten times a second. */
final class StatusLine {
  private static final long INTERVAL_NANOS = 100_000_000;
  private static final String ERASE = "\r\u001b[K"; // ECMA-48: to the end of the line

  private final PrintStream terminal;
  private long shownNanos = System.nanoTime();
  private boolean visible;

  StatusLine(PrintStream terminal) {
    this.terminal = terminal;
  }

  /** Whether it is time to show something new. */
  boolean isDue() {
    return System.nanoTime() - shownNanos >= INTERVAL_NANOS;
  }

  void show(String text) {
    shownNanos = System.nanoTime();
    visible = true;
    terminal.print(ERASE + text);
    terminal.flush();
  }

  void clear() {
    if (visible) {
      terminal.print(ERASE);
      terminal.flush();
      visible = false;
    }
  }
}
