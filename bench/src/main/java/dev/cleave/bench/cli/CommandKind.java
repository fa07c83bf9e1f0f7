package dev.cleave.bench.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * Every command. Each constant makes its own, so that starting one loads no other; without lambdas,
 * whose first one costs a process more than a small copy does.
 */
enum CommandKind {
  PROBE("probe", "Shows the storage stack under a path, each fact with where it comes from.") {
    @Override
    CommandLine create(Console console) {
      return new CommandLine(new ProbeCommand(console));
    }
  },
  TUNE("tune", "Measures which plan copies fastest here, reports it, and saves a profile.") {
    @Override
    CommandLine create(Console console) {
      return new CommandLine(new TuneCommand(console));
    }
  },
  COPY("copy", "Copies files and trees by the profile that fits.") {
    @Override
    CommandLine create(Console console) {
      return new CommandLine(new CopyCommand(console));
    }
  },
  PROFILE("profile", "Lists the saved profiles, or shows one.") {
    @Override
    CommandLine create(Console console) {
      return new CommandLine(new ProfileCommand())
          .addSubcommand(new ProfileListCommand(console))
          .addSubcommand(new ProfileShowCommand(console));
    }
  };

  private final String label;
  private final String purpose;

  CommandKind(String label, String purpose) {
    this.label = label;
    this.purpose = purpose;
  }

  /** The command with its options; its object is a {@code Callable<Integer>} for the exit code. */
  abstract CommandLine create(Console console);

  /** What it does, in one line. */
  String purpose() {
    return purpose;
  }

  /** The command of that name; null if there is none. */
  static @Nullable CommandKind named(String name) {
    for (CommandKind kind : values()) {
      if (kind.label.equals(name)) {
        return kind;
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return label;
  }
}
