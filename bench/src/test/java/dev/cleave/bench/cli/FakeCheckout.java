package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A checkout around the real launcher, with a fake Maven and fake JDKs, and nothing else of this
 * machine in reach but the commands the launcher may use.
 */
final class FakeCheckout {
  private static final FileTime LONG_AGO = FileTime.from(Instant.EPOCH);
  private static final List<String> COMMANDS =
      List.of("bash", "mkdir", "rm", "cp", "mv", "touch", "tail", "flock", "readlink");

  final Path root;
  final Path launcher;
  final Path jdks;
  final Path source;
  private final Path commands;
  private final Path buildCount;
  private final Map<String, String> environment = new HashMap<>();

  FakeCheckout(Path directory) throws IOException {
    root = directory.resolve("the checkout");
    jdks = Files.createDirectories(directory.resolve("all jdks"));
    commands = Files.createDirectories(directory.resolve("commands"));
    buildCount = directory.resolve("builds");
    launcher = root.resolve("scripts/cleave");
    source = root.resolve("engine/src/main/java/dev/Source.java");
    for (Path file : List.of(source, root.resolve("engine/pom.xml"), root.resolve("pom.xml"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
    }
    Files.createDirectories(launcher.getParent());
    Files.copy(Path.of("../scripts/cleave"), launcher);
    for (String command : COMMANDS) {
      addScript(commands.resolve(command), "exec /usr/bin/" + command + " \"$@\"");
    }
    environment.put("PATH", commands.toString());
    environment.put("HOME", directory.toString());
    environment.put("CLEAVE_JDKS", jdks.toString());
  }

  void set(String variable, Path value) {
    environment.put(variable, value.toString());
  }

  /** A JDK whose java prints its own path and its arguments, NUL behind each. */
  Path addJdk(Path home, String version) throws IOException {
    return addJdk(home, version, "printf '%s\\0' \"$0\" \"$@\"");
  }

  Path addJdk(Path home, String version, String script) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\nX=\"1\"\n");
    addScript(home.resolve("bin/java"), script);
    return home;
  }

  /** A Maven that lays out an application and counts its runs. */
  void addMaven(String script) throws IOException {
    addScript(
        commands.resolve("mvn"),
        "cd '"
            + root
            + "'\necho \"$JAVA_HOME $*\" >>'"
            + buildCount
            + "'\nmkdir -p bench/target/cleave/modules bench/target/cleave/classes\n"
            + script);
  }

  void removeMaven() throws IOException {
    Files.delete(commands.resolve("mvn"));
  }

  private static void addScript(Path file, String script) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Makes a command of that name that leads to {@code target}. */
  void addCommand(String name, Path target) throws IOException {
    Files.createSymbolicLink(commands.resolve(name), target);
  }

  List<String> builds() throws IOException {
    try {
      return Files.readAllLines(buildCount);
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  /** The folders of builds that are kept. */
  List<Path> applications() throws IOException {
    try (var entries = Files.list(root.resolve(".cleave"))) {
      return entries.filter(e -> e.getFileName().toString().startsWith("app-")).sorted().toList();
    }
  }

  /** Makes all sources, and the last build after them, so old that any change is newer. */
  void age() throws IOException {
    try (var files = Files.walk(root)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, LONG_AGO);
      }
    }
  }

  /** What a run ended in. */
  record Ended(int exitCode, String output, String errors) {
    /** The java that was run, and its arguments. */
    List<String> words() {
      assertThat(errors).as("errors").isEmpty();
      return Arrays.asList(output.split("\0", -1));
    }

    String java() {
      return output.substring(0, output.indexOf('\0'));
    }

    /** The arguments behind the main class. */
    List<String> arguments() {
      List<String> words = words();
      return words.subList(words.indexOf("dev.cleave.bench.cli.Main") + 1, words.size() - 1);
    }
  }

  Ended run(String... arguments) throws IOException, InterruptedException {
    return run(launcher, arguments);
  }

  Ended run(Path program, String... arguments) throws IOException, InterruptedException {
    return end(start(program, arguments));
  }

  Process start(Path program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(jdks.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Both outputs are a few lines: neither fills its pipe while the other is read. */
  static Ended end(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output, errors);
  }
}
