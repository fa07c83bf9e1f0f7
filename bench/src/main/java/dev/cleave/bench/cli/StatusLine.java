package dev.cleave.bench.cli;

import java.io.PrintStream;

/** One line of a terminal that is written over and over. */
final class StatusLine {
  private static final String ERASE = "\r\u001b[K"; // ECMA-48: to the end of the line

  private final PrintStream terminal;
  private boolean visible;

  StatusLine(PrintStream terminal) {
    this.terminal = terminal;
  }

  void show(String text) {
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
