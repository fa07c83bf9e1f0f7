package dev.cleave.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cleave.engine.CpRuns.Command;
import dev.cleave.engine.linux.Libc;
import dev.cleave.engine.linux.Open;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees with pipes, sockets, devices and links, also over trees that exist, compared with cp. */
class SpecialFilesAsCpTest {
  private static final int FIFO = 0010000;
  private static final int CHARACTER_DEVICE = 0020000;
  private static final int BLOCK_DEVICE = 0060000;
  private static final int SOCKET = 0140000;

  private static void makeTree(Path tree) throws IOException {
    for (String name : List.of("source", "files", "links", "same")) {
      Files.createDirectory(tree.resolve(name));
    }
    fill(tree.resolve("source"));
    fill(tree.resolve("same"));
    Files.writeString(tree.resolve("outside"), "outside");
    for (String name : List.of("fifo", "null", "loop", "socket", "file", "link", "dangling")) {
      Files.writeString(tree.resolve("files").resolve(name), "old");
      Files.createSymbolicLink(tree.resolve("links").resolve(name), Path.of("../outside"));
    }
    Files.createLink(tree.resolve("files/other"), tree.resolve("files/file"));
  }

  private static void fill(Path tree) throws IOException {
    make(tree.resolve("fifo"), FIFO | 0640, 0);
    make(tree.resolve("socket"), SOCKET | 0755, 0);
    make(tree.resolve("null"), CHARACTER_DEVICE | 0666, 1 << 8 | 3);
    make(tree.resolve("loop"), BLOCK_DEVICE | 0600, 7 << 8 | 0x34 | 0x12 << 20);
    Files.writeString(tree.resolve("file"), "file");
    Files.createSymbolicLink(tree.resolve("link"), Path.of("file"));
    Files.createSymbolicLink(tree.resolve("dangling"), Path.of("nowhere"));
  }

  private static void make(Path file, int mode, long device) throws IOException {
    Libc.INSTANCE.mknodat(Open.AT_CWD, BytePath.of(file), mode, device);
  }

  @ParameterizedTest(name = "cp {0}")
  @ValueSource(
      strings = {
        "-R",
        "-R -f",
        "-R -p",
        "-R -H",
        "-R -u",
        "-R -n",
        "-a",
        "-a -f",
        "-a -u",
        "-R --remove-destination",
        "-R --backup",
        "-R --backup=numbered -p",
        "-R --attributes-only",
        "-a --attributes-only -f",
        "-R -l",
        "-R -l -f",
        "-R -l -P",
        "-R -s",
        "-R -s -f",
        "-R -s -p",
        "-R -s --backup"
      })
  void treesEndAsWithCp(String options) throws Exception {
    assumeTrue(isRoot(), "only root makes devices");
    List<Command> commands =
        Stream.of("source new", "source files", "source links", "source same", "source source/new")
            .map(names -> Command.of(options + " -R -T", names))
            .toList();
    try (CpRuns runs = new CpRuns(SpecialFilesAsCpTest::makeTree)) {
      assertThat(runs.differences(commands)).isEmpty();
    }
  }

  private static boolean isRoot() throws IOException {
    return Libc.INSTANCE.statx(Open.AT_CWD, BytePath.of("/proc/self"), 0).owner() == 0;
  }
}
