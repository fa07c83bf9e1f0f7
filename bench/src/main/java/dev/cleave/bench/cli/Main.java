package dev.cleave.bench.cli;

import dev.cleave.engine.CopyEngine;
import java.util.Arrays;

/**
 * The {@code cleave} command line: finds the command, runs it, turns what it ends in into a code.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    boolean copies = args.length > 0 && CommandKind.named(args[0]) == CommandKind.COPY;
    if (copies) {
      CopyEngine.prepare();
    }
    int exitCode = run(RawArguments.ofThisProcess(args), Console.ofThisProcess());
    if (exitCode != ExitCode.DONE || !copies) {
      System.exit(exitCode);
    }
    // A copy leaves no thread behind: returning ends the process as well, without the search for a
    // logger in every jar that System.exit makes (20 ms)
  }

  /** Runs one command line, and returns its exit code. */
  static int run(String[] args, Console console) {
    CommandKind kind = args.length == 0 ? null : CommandKind.named(args[0]);
    if (kind == null) {
      return Overview.run(args, console);
    }
    return CommandRunner.run(kind, Arrays.copyOfRange(args, 1, args.length), console);
  }
}
