package dev.cleave.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.CpRuns.Command;
import dev.cleave.engine.linux.Libc;
import dev.cleave.engine.linux.Open;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes of a target that exists, compared with cp: every kind of source with every kind of
 * target, many of them one and the same file in some way, under many options.
 */
class SameTargetsAsCpTest {
  @TempDir Path directory;

  /** {@code old} is older than {@code a}; {@code h} and {@code hs} are hard links. */
  private static void makeTree(Path tree) throws IOException {
    Files.writeString(tree.resolve("a"), "A");
    Files.createLink(tree.resolve("h"), tree.resolve("a"));
    link(tree, "s", "a");
    link(tree, "s2", "a");
    BytePath s = BytePath.of(tree.resolve("s"));
    BytePath hs = BytePath.of(tree.resolve("hs"));
    Libc.INSTANCE.linkat(Open.AT_CWD, s, Open.AT_CWD, hs, 0);
    Files.writeString(tree.resolve("old"), "old");
    Files.setLastModifiedTime(tree.resolve("old"), FileTime.from(Instant.ofEpochSecond(1)));
    link(tree, "t", "old");
    link(tree, "dangling", "nowhere");
    link(tree, "loop", "loop");
    Files.createDirectory(tree.resolve("sub"));
    link(tree, "sd", "sub");
    Files.writeString(tree.resolve("a~"), "backup");
    Files.writeString(tree.resolve("locked"), "locked");
    Files.setPosixFilePermissions(
        tree.resolve("locked"), PosixFilePermissions.fromString("r-xr-xr-x"));
  }

  private static void link(Path tree, String name, String pointsTo) throws IOException {
    Files.createSymbolicLink(tree.resolve(name), Path.of(pointsTo));
  }

  private static final String ALL_TARGETS = "new a h s s2 hs old t dangling loop sub sd a~ locked";
  private static final Map<String, String> TARGETS_BY_SOURCE =
      Map.of(
          "a", ALL_TARGETS,
          "h", "a h s",
          "s", ALL_TARGETS,
          "hs", "a s s2 hs",
          "old", "a s old t dangling",
          "dangling", ALL_TARGETS,
          "a~", "a a~ s");

  @ParameterizedTest(name = "cp {0}")
  @ValueSource(
      strings = {
        "",
        "-f",
        "-P",
        "-P -f",
        "-d",
        "-p",
        "-a",
        "-H",
        "-R",
        "-R -f",
        "-R -L",
        "-l",
        "-l -f",
        "-l -P",
        "-l -P -f",
        "-s",
        "-s -f",
        "-s -P",
        "-n",
        "-i",
        "-i -l",
        "-i -f",
        "-u",
        "-u -p",
        "-u -P",
        "--remove-destination",
        "--remove-destination -P",
        "--remove-destination -l",
        "--remove-destination -s",
        "--remove-destination -f",
        "--attributes-only",
        "--attributes-only -p",
        "--attributes-only -P",
        "--attributes-only -f",
        "--backup",
        "--backup -f",
        "--backup -P",
        "--backup -P -f",
        "--backup -l",
        "--backup -s",
        "--backup -i",
        "--backup=simple --remove-destination",
        "--backup=numbered",
        "--backup=numbered -f",
        "--backup=numbered -u",
        "--backup=numbered -a",
        "--preserve=links"
      })
  void everyTargetEndsAsWithCp(String options) throws Exception {
    List<Command> commands = new ArrayList<>();
    TARGETS_BY_SOURCE.forEach(
        (source, targets) -> {
          for (String target : targets.split(" ", -1)) {
            if (!isLinkOverItself(options, source, target)) {
              addAll(commands, Command.of(options + " -T", source + " " + target));
            }
          }
        });
    try (CpRuns runs = new CpRuns(SameTargetsAsCpTest::makeTree)) {
      assertThat(runs.differences(commands)).isEmpty();
    }
  }

  private static void addAll(List<Command> commands, Command command) {
    commands.add(command);
    if (command.options().contains("-i")) {
      commands.add(command.withAnswer(false));
    }
    if (command.names().contains("locked")) {
      commands.add(command.byUser());
    }
  }

  /** What cp moves or removes, only to find that it is the source it can't open any more. */
  private static boolean isLinkOverItself(String options, String source, String target) {
    boolean goesFirst = options.contains("--backup") || options.contains("--remove-destination");
    boolean isLink = source.equals("s") || source.equals("hs");
    boolean follows = !options.contains("-P") && !options.contains("-a");
    return goesFirst && isLink && follows && source.equals(target) && !options.contains("-s");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--backup",
        "--backup=numbered",
        "--remove-destination",
        "--remove-destination -l",
        "--remove-destination -f"
      })
  void aLinkIsKeptWhereCpWouldLoseIt(String options) throws IOException {
    Files.writeString(directory.resolve("a"), "A");
    link(directory, "s", "a");
    List<String> before = CpRun.tree(directory);
    CpRun run = CpRun.ofEngine(directory, options, List.of("s", "s"), true);
    assertThat(run.said()).containsExactly("'s' and 's' are the same file");
    assertThat(run.tree()).isEqualTo(before);
  }
}
