package dev.cleave.bench.process;

import dev.cleave.engine.CopyPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How {@code cleave copy} is started: what the launcher {@code scripts/cleave} becomes, with the
 * same options of the VM and the same cache of classes, but from this JVM and its application.
 *
 * @param java the JDK's directory
 * @param application that holds {@code modules} and {@code classes}
 */
public record CopyCommandLine(Path java, Path application) {
  private static final String MAIN = "dev.cleave.bench.cli.Main";

  /** Of the JDK and the application that we run from ourselves. */
  public static CopyCommandLine ofThisProcess() {
    Path modules = Path.of(System.getProperty("jdk.module.path", "modules")).toAbsolutePath();
    return new CopyCommandLine(
        Path.of(System.getProperty("java.home")), modules.resolve("..").normalize());
  }

  /**
   * The words of the command.
   *
   * @param arguments behind {@code copy}
   */
  public List<String> words(List<String> arguments) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(java.resolve("bin/java").toString());
    if (hasCache()) {
      words.add("-XX:AOTCache=" + application.resolve("copy.aot"));
    }
    words.addAll(
        List.of(
            "-Xmx64m",
            "-XX:MaxDirectMemorySize=4g",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-XX:TieredStopAtLevel=1",
            "-XX:+DisplayVMOutputToStderr",
            "-Xlog:disable",
            "-Xlog:all=warning:stderr",
            "-Xlog:aot*=off:stderr",
            "-Xlog:cds*=off:stderr",
            "--module-path",
            application.resolve("modules").toString(),
            "--add-modules",
            "dev.cleave.tuner",
            "--enable-native-access=dev.cleave.engine",
            "-cp",
            application.resolve("classes/cleave-bench.jar").toString(),
            "-Dcleave.home=" + System.getProperty("cleave.home", ""),
            "-Dcleave.called=cleave",
            MAIN,
            "copy"));
    words.addAll(arguments);
    return words;
  }

  /** A program of ours that needs nothing but the JDK, on a JVM as small and quick to start. */
  public List<String> plainWords(String mainClass) {
    return List.of(
        java.resolve("bin/java").toString(),
        "-Xmx64m",
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        application.resolve("classes/cleave-bench.jar").toString(),
        mainClass);
  }

  /** A cache is only good for the JDK that made it, and no older one. */
  private boolean hasCache() throws IOException {
    Path cache = application.resolve("copy.aot");
    Path madeBy = application.resolve("copy.jdk");
    Path release = java.resolve("release");
    return Files.isReadable(cache)
        && Files.isReadable(madeBy)
        && Files.isReadable(release)
        && Files.readString(madeBy).strip().equals(java.toString())
        && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(release)) > 0;
  }

  /** The options that make {@code copy} go by the plan, whatever profile there is. */
  public static List<String> options(CopyPlan plan) {
    return List.of(
        "--no-profile",
        "--backend=" + plan.backend(),
        "--max-depth=" + plan.splitDepth(),
        "--chunk=" + plan.chunkBytes(),
        "--queue-depth=" + plan.queueDepth(),
        "--workers=" + plan.workers(),
        "--preallocate=" + (plan.preallocate() ? "yes" : "no"));
  }
}
