package dev.cleave.bench.cli;

import java.util.Locale;

/** What {@code cleave} says when no command is named. */
final class Overview {
  private Overview() {}

  static int run(String[] args, Console console) {
    String first = args.length == 0 ? "" : args[0];
    if (first.equals("--help") || first.equals("-h") || first.equals("help")) {
      console.out().print(text());
      return ExitCode.DONE;
    }
    if (first.equals("--version") || first.equals("-V")) {
      console.out().println("cleave " + Version.current());
      return ExitCode.DONE;
    }
    console.say(
        first.isEmpty()
            ? "no command; try 'cleave --help'"
            : "'" + first + "' is no command; try 'cleave --help'");
    return ExitCode.WRONG_USAGE;
  }

  private static String text() {
    StringBuilder text =
        new StringBuilder(
            """
            Usage: cleave COMMAND [OPTION]...
            Finds out by measurement how this machine copies files fastest, and copies that way.

            """);
    for (CommandKind kind : CommandKind.values()) {
      text.append(String.format(Locale.ROOT, "  %-9s %s%n", kind, kind.purpose()));
    }
    return text.append(
            """

            Begin with:  cleave tune DIR     then:  cleave copy A DIR
            Each command has --help.
            """)
        .toString();
  }
}
