package dev.cleave.bench.cli;

import java.util.Arrays;

/**
 * The {@code cleave} command line: finds the command, runs it, turns what it ends in into a code.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(run(RawArguments.ofThisProcess(args), Console.ofThisProcess()));
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
