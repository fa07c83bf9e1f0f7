package dev.cleave.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.backend.BackendKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyCommandLineTest {
  @TempDir Path directory;

  @Test
  void tellsThePlanByOptions() {
    CopyPlan plan =
        CopyPlan.SEED
            .withBackend(BackendKind.URING)
            .withChunkBytes(4 * ByteSize.MIB)
            .withQueueDepth(8);
    assertThat(CopyCommandLine.options(plan.withWorkers(3)))
        .containsExactly(
            "--no-profile",
            "--backend=uring",
            "--max-depth=2",
            "--chunk=4194304",
            "--queue-depth=8",
            "--workers=3",
            "--preallocate=yes");
    assertThat(CopyCommandLine.options(CopyPlan.SEQUENTIAL))
        .contains("--max-depth=0", "--preallocate=no");
  }

  @Test
  void usesTheCacheOfThisJdkOnly() throws IOException {
    Path java = Files.createDirectories(directory.resolve("jdk"));
    Path application = Files.createDirectories(directory.resolve("app"));
    CopyCommandLine line = new CopyCommandLine(java, application);
    Files.writeString(java.resolve("release"), "JAVA_VERSION=25");
    Files.setLastModifiedTime(java.resolve("release"), FileTime.fromMillis(1000));
    assertThat(hasCache(line)).isFalse();
    Files.writeString(application.resolve("copy.aot"), "cache");
    Files.writeString(application.resolve("copy.jdk"), "/another\n");
    assertThat(hasCache(line)).isFalse();
    Files.writeString(application.resolve("copy.jdk"), java + "\n");
    assertThat(hasCache(line)).isTrue();
    Files.setLastModifiedTime(application.resolve("copy.aot"), FileTime.fromMillis(999));
    assertThat(hasCache(line)).isFalse();
  }

  /** So that a change of the launcher isn't forgotten here. */
  @Test
  void hasTheLaunchersOptions() throws IOException {
    String launcher = Files.readString(Path.of("../scripts/cleave"));
    String function = launcher.substring(launcher.indexOf("copy_options() {"));
    String options = function.substring(function.indexOf('(', 16) + 1, function.indexOf("\n  )"));
    List<String> words =
        Pattern.compile("\\s+")
            .splitAsStream(options.replace("$app", "/app").replace("\"", ""))
            .filter(word -> !word.isEmpty())
            .toList();
    assertThat(words).hasSizeGreaterThan(10);
    assertThat(new CopyCommandLine(Path.of("/jdk"), Path.of("/app")).words(List.of()))
        .containsSubsequence(words);
  }

  private static boolean hasCache(CopyCommandLine line) throws IOException {
    return line.words(List.of()).get(1).startsWith("-XX:AOTCache=");
  }
}
