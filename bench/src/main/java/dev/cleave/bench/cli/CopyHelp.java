package dev.cleave.bench.cli;

import dev.cleave.bench.cli.GnuOptions.Value;

/** What {@code copy --help} prints. */
final class CopyHelp {
  private static final int DESCRIPTION_COLUMN = 30;

  private CopyHelp() {}

  static String text() {
    StringBuilder text =
        new StringBuilder(
            """
            Usage: cleave copy [OPTION]... SRC... DST
            Copies SRC to DST, or each SRC into the directory DST, by the profile that fits.

            """);
    for (CopyOption option : CopyOption.values()) {
      String names = names(option);
      text.append(names);
      boolean fits = names.length() < DESCRIPTION_COLUMN - 1;
      text.append(fits ? "" : "\n");
      text.append(" ".repeat(DESCRIPTION_COLUMN - (fits ? names.length() : 0)));
      text.append(option.description()).append('\n');
    }
    return text.toString();
  }

  private static String names(CopyOption option) {
    StringBuilder names = new StringBuilder("  ");
    for (char letter : option.letters().toCharArray()) {
      names.append('-').append(letter).append(", ");
    }
    for (String name : option.names()) {
      names.append("--").append(name).append(", ");
    }
    names.setLength(names.length() - 2);
    if (option.value() == Value.OPTIONAL) {
      return names.append("[=").append(option.label()).append(']').toString();
    }
    return option.value() == Value.REQUIRED
        ? names.append('=').append(option.label()).toString()
        : names.toString();
  }
}
