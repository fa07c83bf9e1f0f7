package dev.cleave.bench.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * One command line, run in this process.
 *
 * @param exitCode what the shell would see
 * @param out standard output
 * @param err standard error
 */
record InProcess(int exitCode, String out, String err) {
  /** Runs it with its homes below the directory, not as a terminal. */
  static InProcess cleave(Path home, String... args) {
    return run(home, "cleave", args);
  }

  static InProcess run(Path home, String called, String... args) {
    return run(Map.of("HOME", home.toString()), "", called, args);
  }

  /**
   * @param input what it reads from standard input
   * @param called {@code cp} or {@code cleave}
   */
  static InProcess run(
      Map<String, String> environment, String input, String called, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment,
            called,
            false);
    int exitCode = Main.run(args, console);
    return new InProcess(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
