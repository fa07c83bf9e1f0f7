package dev.cleave.bench.jmh;

import java.nio.file.Path;
import java.util.List;

/**
 * VM options of JMH's forks: those under which {@code cleave copy} runs, since a sample must be the
 * real operation. JMH would pass on every option of this process instead, a test agent's included.
 */
final class ForkOptions {
  private ForkOptions() {}

  /**
   * @param workDirectory for temporary files
   */
  static List<String> ofThisProcess(Path workDirectory) {
    return List.of(
        "--module-path",
        System.getProperty("jdk.module.path", ""),
        "--add-modules",
        "dev.cleave.reports",
        "--enable-native-access=dev.cleave.engine",
        "--illegal-native-access=deny",
        "--sun-misc-unsafe-memory-access=allow",
        "-Djava.io.tmpdir=" + workDirectory,
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        "-XX:TieredStopAtLevel=1",
        "-XX:MaxDirectMemorySize=4g",
        "-Xmx64m");
  }
}
