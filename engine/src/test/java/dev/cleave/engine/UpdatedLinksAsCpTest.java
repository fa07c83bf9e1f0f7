package dev.cleave.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.CpRuns.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names of one file under {@code -a -u}, where some of the targets are not older: as with cp, but
 * that cp also links newer files to one another where links aren't preserved.
 */
class UpdatedLinksAsCpTest {
  private static final List<String> TARGETS = List.of("newer", "older", "none", "linked", "link");

  /**
   * In {@code x-y} the target of {@code a} is x, that of {@code b} is y, and {@code c} has none.
   */
  private static void makeTree(Path tree) throws IOException {
    Path source = Files.createDirectory(tree.resolve("s"));
    Files.writeString(source.resolve("a"), "source");
    Files.createLink(source.resolve("b"), source.resolve("a"));
    Files.createLink(source.resolve("c"), source.resolve("a"));
    Files.setLastModifiedTime(source.resolve("a"), FileTime.from(Instant.ofEpochSecond(1000)));
    for (String first : TARGETS) {
      for (String second : TARGETS) {
        Path target = Files.createDirectory(tree.resolve(first + "-" + second));
        makeTarget(target, "a", first);
        makeTarget(target, "b", second);
      }
    }
  }

  private static void makeTarget(Path directory, String name, String kind) throws IOException {
    Path target = directory.resolve(name);
    switch (kind) {
      case "newer" -> Files.writeString(target, "newer " + name);
      case "older" -> {
        Files.writeString(target, "older " + name);
        Files.setLastModifiedTime(target, FileTime.from(Instant.ofEpochSecond(10)));
      }
      case "linked" -> {
        Files.writeString(directory.resolve("other " + name), "linked " + name);
        Files.createLink(target, directory.resolve("other " + name));
      }
      case "link" -> {
        Files.writeString(directory.resolve("end " + name), "behind the link " + name);
        Files.createSymbolicLink(target, Path.of("end " + name));
      }
      default -> {}
    }
  }

  @Test
  void staysTogetherAsWithCp() throws Exception {
    List<Command> commands = new ArrayList<>();
    for (String options : List.of("-a -u", "-a -u -f", "-a -u --remove-destination")) {
      for (String first : TARGETS) {
        for (String second : TARGETS) {
          commands.add(Command.of(options, "s/a s/b s/c " + first + "-" + second + "/"));
        }
      }
    }
    try (CpRuns runs = new CpRuns(UpdatedLinksAsCpTest::makeTree)) {
      assertThat(runs.differences(commands)).isEmpty();
    }
  }

  /** Where cp keeps nothing of what it replaces by a link, a backup that is asked for is kept. */
  @Test
  void keepsABackupThatIsAskedFor(@TempDir Path tree) throws IOException {
    makeTree(tree);
    List<String> names = List.of("s/a", "s/b", "newer-newer/");
    assertThat(CpRun.ofEngine(tree, "-a -u --backup=simple", names, true).exitCode()).isZero();
    assertThat(tree.resolve("newer-newer/b")).hasContent("newer a");
    assertThat(tree.resolve("newer-newer/b~")).hasContent("newer b");
  }
}
