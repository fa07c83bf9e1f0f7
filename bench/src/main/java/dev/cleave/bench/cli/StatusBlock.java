package dev.cleave.bench.cli;

import java.io.PrintStream;
import java.util.List;

/** A few lines of a terminal that are written over and over (ECMA-48: CUU, ED). */
final class StatusBlock {
  private static final String ERASE_BELOW = "\u001b[J";

  private final PrintStream terminal;
  private int visible;

  StatusBlock(PrintStream terminal) {
    this.terminal = terminal;
  }

  /** The lines in place of those before; each must fit the terminal's width. */
  void show(List<String> lines) {
    terminal.print(home() + String.join("\n", lines));
    terminal.flush();
    visible = lines.size();
  }

  void clear() {
    if (visible > 0) {
      terminal.print(home());
      terminal.flush();
      visible = 0;
    }
  }

  /** To the start of what is visible, with nothing left of it. */
  private String home() {
    String up = visible > 1 ? "\u001b[" + (visible - 1) + "A" : "";
    return visible > 0 ? "\r" + up + ERASE_BELOW : "\r" + ERASE_BELOW;
  }
}
