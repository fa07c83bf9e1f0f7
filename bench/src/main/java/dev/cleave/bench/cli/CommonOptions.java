package dev.cleave.bench.cli;

import picocli.CommandLine.Option;

/** Options that every command has. */
final class CommonOptions {
  @Option(names = "--json", description = "One JSON document on standard output, nothing else.")
  private boolean json;

  @Option(
      names = {"-v", "--verbose"},
      description = "Says more about what is done.")
  private boolean verbose;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress, no remarks; errors only.")
  private boolean quiet;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  @SuppressWarnings("UnusedVariable") // picocli itself acts on it
  private boolean help;

  boolean json() {
    return json;
  }

  boolean verbose() {
    return verbose;
  }

  boolean quiet() {
    return quiet;
  }
}
