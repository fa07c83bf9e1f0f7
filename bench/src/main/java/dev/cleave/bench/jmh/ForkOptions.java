package dev.cleave.bench.jmh;

import java.util.List;

/**
 * VM options of JMH's forks: those under which {@code cleave copy} runs, since a sample must be the
 * real operation. JMH would pass on every option of this process instead, a test agent's included.
 */
final class ForkOptions {
  private ForkOptions() {}

  static List<String> ofThisProcess() {
    return List.of(
        "--module-path",
        System.getProperty("jdk.module.path", ""),
        "--add-modules",
        "dev.cleave.reports",
        "--enable-native-access=dev.cleave.engine",
        "--illegal-native-access=deny",
        "--sun-misc-unsafe-memory-access=allow",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx64m");
  }
}
