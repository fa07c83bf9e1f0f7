package dev.cleave.bench.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Cleave as a process of its own, laid out as the launcher lays it out. */
final class ChildProcess {
  private ChildProcess() {}

  static ProcessBuilder cleave(Path home, List<String> vmOptions, String... args) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(vmOptions);
    command.addAll(
        List.of(
            "--module-path",
            System.getProperty("jdk.module.path"),
            "--add-modules",
            "dev.cleave.reports",
            "--enable-native-access=dev.cleave.engine",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HOME", home.toString());
    builder.environment().remove("XDG_STATE_HOME");
    builder.environment().remove("XDG_CONFIG_HOME");
    return builder;
  }

  /** Runs it to its end; everything it says goes to the file. */
  static int run(ProcessBuilder builder, File output) throws IOException, InterruptedException {
    return builder.redirectErrorStream(true).redirectOutput(output).start().waitFor();
  }
}
