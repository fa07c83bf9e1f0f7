package dev.cleave.bench.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command knows of the world around it: where it prints, the environment, and the name it
 * was called by. The one place that reads environment and properties.
 *
 * @param in what {@code copy -i} reads its answers from
 * @param called {@code cp} or {@code cleave}: what messages begin with
 * @param prefix where the program lies; null if nobody said
 * @param kernelRelease as {@code 6.1.0-40-amd64}
 * @param terminal whether standard error is one, so that progress can be shown
 */
record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    String called,
    @Nullable Path prefix,
    String kernelRelease,
    boolean terminal) {

  /** One that knows nothing of program and kernel. */
  Console(
      InputStream in,
      PrintStream out,
      PrintStream err,
      Map<String, String> environment,
      String called,
      boolean terminal) {
    this(in, out, err, environment, called, null, "", terminal);
  }

  static Console ofThisProcess() {
    String home = System.getProperty("cleave.home");
    return new Console(
        new FileInputStream(FileDescriptor.in),
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        System.getenv(),
        System.getProperty("cleave.called", "cleave"),
        home == null ? null : Path.of(home),
        System.getProperty("os.version", ""), // uname's release
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

  /**
   * One line on standard error, after the name we were called by.
   *
   * @param message may quote arguments as {@link RawArguments} has them
   */
  void say(String message) {
    err.writeBytes(RawArguments.bytes(called + ": " + message + "\n"));
  }

  /** Asks on standard error, and reads one line; yes is what begins with a y. */
  boolean confirms(String question) {
    err.print(called + ": " + question);
    err.flush();
    try {
      int first = in.read();
      for (int next = first; next != '\n' && next >= 0; ) {
        next = in.read();
      }
      return first == 'y' || first == 'Y';
    } catch (IOException e) {
      return false; // nobody there to say yes
    }
  }

  /** What {@code copy} is called in its help: {@code cp} or {@code cleave copy}. */
  String copyName() {
    return isCalledCp() ? called : "cleave copy";
  }

  boolean isCalledCp() {
    return called.equals("cp");
  }
}
