package dev.cleave.bench.peer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The directories in which programs are looked for, as a shell's PATH. */
public record SearchPath(List<Path> directories) {
  public SearchPath {
    directories = List.copyOf(directories);
  }

  /** Of the value of PATH; what is relative in it isn't used. */
  public static SearchPath of(String path) {
    return new SearchPath(
        Arrays.stream(path.split(":", -1)).filter(it -> it.startsWith("/")).map(Path::of).toList());
  }

  /** The first program of that name. */
  public Optional<Path> program(String name) {
    return directories.stream()
        .map(directory -> directory.resolve(name))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  /**
   * The peer that a program is.
   *
   * @param versionArgument what makes it print its version
   * @param command makes the command from the program's path
   */
  Presence peer(String name, String versionArgument, Function<String, PeerCommand> command) {
    Optional<Path> found = program(name);
    if (found.isEmpty()) {
      return new Presence.Absent("no " + name + " on the PATH");
    }
    String program = found.get().toString();
    try {
      return new Presence.Present(version(program, versionArgument), command.apply(program));
    } catch (IOException e) {
      return new Presence.Absent(program + " doesn't run: " + e.getMessage());
    }
  }

  /**
   * The first line that a program prints.
   *
   * @throws IOException if it doesn't start, fails or prints none
   */
  public static String version(String program, String versionArgument) throws IOException {
    Process process =
        new ProcessBuilder(program, versionArgument).redirectErrorStream(true).start();
    process.getOutputStream().close();
    try (InputStream printed = process.getInputStream()) {
      String text = new String(printed.readAllBytes(), StandardCharsets.UTF_8);
      int exitCode = process.waitFor();
      String line = text.lines().findFirst().orElse("").strip();
      if (exitCode != 0 || line.isEmpty()) {
        throw new IOException(versionArgument + " ended with " + exitCode + ": " + line);
      }
      return line;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
