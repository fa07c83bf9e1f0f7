package dev.cleave.bench.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command knows of the world around it: where it prints, the environment, and the name it
 * was called by. The one place that reads environment and properties.
 *
 * @param called {@code cp} or {@code cleave}: what messages begin with
 * @param terminal whether standard error is one, so that progress can be shown
 */
record Console(
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    String called,
    boolean terminal) {

  static Console ofThisProcess() {
    return new Console(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        System.getenv(),
        System.getProperty("cleave.called", "cleave"),
        isTerminal(Path.of("/proc/self/fd/2")));
  }

  /** Always UTF-8: Java's own streams turn names into question marks under LANG=C. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  private static boolean isTerminal(Path descriptor) {
    try {
      String device = Files.readSymbolicLink(descriptor).toString();
      return device.startsWith("/dev/pts/")
          || device.startsWith("/dev/tty")
          || device.equals("/dev/console");
    } catch (IOException e) {
      return false;
    }
  }

  /** One line on standard error, after the name we were called by. */
  void say(String message) {
    err.println(called + ": " + message);
  }
}
