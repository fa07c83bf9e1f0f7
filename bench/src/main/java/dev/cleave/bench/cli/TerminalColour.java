package dev.cleave.bench.cli;

import java.util.Map;

/**
 * Colours for a terminal, or none: not under {@code NO_COLOR} (no-color.org: set and not empty),
 * nor where {@code TERM} is {@code dumb} or unset.
 */
final class TerminalColour {
  private static final String RESET = "\u001b[0m";

  private final boolean isOn;

  private TerminalColour(boolean isOn) {
    this.isOn = isOn;
  }

  static TerminalColour of(Console console) {
    Map<String, String> environment = console.environment();
    return new TerminalColour(
        console.terminal()
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "dumb").equals("dumb"));
  }

  String green(String text) {
    return painted("\u001b[32m", text);
  }

  String red(String text) {
    return painted("\u001b[31m", text);
  }

  private String painted(String colour, String text) {
    return isOn && !text.isEmpty() ? colour + text + RESET : text;
  }
}
