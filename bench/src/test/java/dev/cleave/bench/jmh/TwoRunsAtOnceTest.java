package dev.cleave.bench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes, both in the middle of a round, with the same temporary directory. */
class TwoRunsAtOnceTest {
  @TempDir Path directory;

  @Test
  void dontHinderEachOtherAndLeaveNothing() throws Exception {
    Path temporary = Files.createDirectory(directory.resolve("tmp"));
    List<Process> runs = List.of(start("one", temporary), start("two", temporary));
    try {
      List<BufferedReader> outputs = runs.stream().map(Process::inputReader).toList();
      for (BufferedReader output : outputs) {
        assertThat(output.readLine()).isEqualTo("sample"); // and there its round waits
      }
      for (Process run : runs) {
        run.getOutputStream().write(new byte[2]);
        run.getOutputStream().flush();
      }
      for (Process run : runs) {
        assertThat(run.waitFor()).isZero();
      }
    } finally {
      runs.forEach(Process::destroyForcibly);
    }
    assertThat(temporary).isEmptyDirectory();
  }

  private Process start(String name, Path temporary) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(
        List.of(
            "-Djava.io.tmpdir=" + temporary,
            "-XX:-UsePerfData",
            "--module-path",
            System.getProperty("jdk.module.path"),
            "--add-modules",
            "dev.cleave.reports",
            "--enable-native-access=dev.cleave.engine",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            OneRound.class.getName(),
            Files.createDirectory(directory.resolve(name)).toString()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
