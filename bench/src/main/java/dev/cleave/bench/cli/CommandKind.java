package dev.cleave.bench.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * Every command. Each constant makes its own, so that starting one loads no other; without lambdas,
 * whose first one costs a process more than a small copy does.
 */
enum CommandKind {
  COPY("copy", "Copies files and trees by the profile that fits.") {
    @Override
    int run(String[] args, Console console) throws Exception {
      return CopyCommand.run(args, console);
    }
  },
  PROBE("probe", "Shows the storage stack under a path, each fact with where it comes from.") {
    @Override
    int run(String[] args, Console console) throws Exception {
      return Picocli.run(this, new CommandLine(new ProbeCommand(console)), args, console);
    }
  },
  TUNE("tune", "Measures which plan copies fastest here, reports it, and saves a profile.") {
    @Override
    int run(String[] args, Console console) throws Exception {
      return Picocli.run(this, new CommandLine(new TuneCommand(console)), args, console);
    }
  },
  BENCH("bench", "Measures the engine beside cp, rsync, dd and others, and says who wins.") {
    @Override
    int run(String[] args, Console console) throws Exception {
      return Picocli.run(this, new CommandLine(new BenchCommand(console)), args, console);
    }
  },
  QUALIFY("qualify", "Holds devices against a specification: PASS or FAIL, with evidence.") {
    @Override
    int run(String[] args, Console console) throws Exception {
      return Picocli.run(this, new CommandLine(new QualifyCommand(console)), args, console);
    }
  },
  REPORT("report", "Renders the reports of a run again, or compares runs.") {
    @Override
    int run(String[] args, Console console) throws Exception {
      return Picocli.run(this, new CommandLine(new ReportCommand(console)), args, console);
    }
  },
  PROFILE("profile", "Shows the saved profiles, and takes them from one machine to another.") {
    @Override
    int run(String[] args, Console console) throws Exception {
      return Picocli.run(this, ProfileCommand.line(console), args, console);
    }
  },
  SIMULATE("simulate", "Scores search strategies on devices whose truth is known.") {
    @Override
    int run(String[] args, Console console) throws Exception {
      return Picocli.run(this, new CommandLine(new SimulateCommand(console)), args, console);
    }
  };

  private final String label;
  private final String purpose;

  CommandKind(String label, String purpose) {
    this.label = label;
    this.purpose = purpose;
  }

  /**
   * Runs the command.
   *
   * @param args what stands behind its name
   * @return the exit code
   */
  abstract int run(String[] args, Console console) throws Exception;

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
