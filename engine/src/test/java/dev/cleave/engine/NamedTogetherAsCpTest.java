package dev.cleave.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.CpRuns.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several things named at once, where one could destroy another's copy, compared with cp. */
class NamedTogetherAsCpTest {
  /** {@code to} is where all go; {@code a} and {@code b} have equal names in them. */
  private static void makeTree(Path tree) throws IOException {
    for (String directory : List.of("a", "b", "c", "to", "full")) {
      Files.createDirectory(tree.resolve(directory));
    }
    Files.writeString(tree.resolve("a/f"), "fa");
    Files.writeString(tree.resolve("b/f"), "fb");
    Files.createSymbolicLink(tree.resolve("a/l"), Path.of("f"));
    Files.createSymbolicLink(tree.resolve("b/l"), Path.of("../outside"));
    Files.writeString(tree.resolve("c/l"), "through");
    Files.writeString(tree.resolve("outside"), "outside");
    Files.createLink(tree.resolve("c/f"), tree.resolve("a/f"));
    Files.writeString(tree.resolve("full/f"), "old");
    Files.setLastModifiedTime(tree.resolve("full/f"), FileTime.from(Instant.ofEpochSecond(1)));
    Files.writeString(tree.resolve("full/f~"), "older");
    Files.createSymbolicLink(tree.resolve("full/l"), Path.of("f"));
    Files.createDirectory(tree.resolve("a/d"));
    Files.writeString(tree.resolve("a/d/x"), "xa");
    Files.createDirectory(tree.resolve("b/d"));
    Files.writeString(tree.resolve("b/d/x"), "xb");
  }

  // not --backup=simple: cp 9.1 looks for the backup in the working directory then
  @ParameterizedTest(name = "cp {0}")
  @ValueSource(
      strings = {
        "",
        "-P",
        "-d",
        "-f",
        "-R",
        "-a",
        "-l",
        "-n",
        "-u",
        "--backup",
        "--backup=numbered",
        "--remove-destination",
        "--remove-destination -P",
        "-P -f"
      })
  void namesThatMeetEndAsWithCp(String options) throws Exception {
    List<Command> commands =
        Stream.of(
                "a/f b/f to/",
                "a/f b/f full/",
                "a/f a/f to/",
                "a/f a/../a/f to/",
                "a/f c/f to/",
                "a/l b/l to/",
                "b/l c/l to/",
                "b/l c/l full/",
                "a/l c/l to/",
                "c/l b/l to/",
                "a/f b/f a/l c/l to/",
                "a/d b/d to/",
                "a/f b/f c/f missing full/")
            .map(names -> Command.of(options, names))
            .toList();
    try (CpRuns runs = new CpRuns(NamedTogetherAsCpTest::makeTree)) {
      assertThat(runs.differences(commands)).isEmpty();
    }
  }
}
