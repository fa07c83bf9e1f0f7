package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cleave.tuner.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file system of its own, in an image in memory, fails under a tune that is sweeping. */
class TuneOnAFailingDeviceTest {
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long IMAGE_BYTES = 700L << 20;

  @TempDir Path home;
  private Path directory;
  private Path image;
  private Path device;

  @BeforeEach
  void mountAFileSystem() throws Exception {
    LoopImage.assumePossible();
    assumeTrue(
        Files.isDirectory(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > IMAGE_BYTES,
        "there is no room for an image in " + MEMORY);
    directory = Files.createTempDirectory(MEMORY, "cleave-failing.");
    image = directory.resolve("image");
    device = Files.createDirectory(directory.resolve("device"));
    LoopImage.mount(image, device, IMAGE_BYTES, "loop,errors=remount-ro");
  }

  @AfterEach
  void unmount() throws Exception {
    if (directory != null) {
      LoopImage.succeeds("umount", "--lazy", device.toString());
      LoopImage.succeeds("rm", "-rf", "--one-file-system", directory.toString());
    }
  }

  @Test
  void aDeviceThatTurnsReadOnlyEndsTheTuneInOneLine() throws Exception {
    String said = tuneWhile(this::turnReadOnly);

    assertThat(said)
        .hasLineCount(1)
        .startsWith("cleave: ")
        .contains("Read-only file system; left behind there: " + device + "/.cleave-tune-");
  }

  @Test
  void aDeviceThatIsGoneEndsTheTuneInOneLine() throws Exception {
    String said = tuneWhile(this::loseAllBlocks);

    // what ext4 answers, once it has given up its journal, is the second
    assertThat(said)
        .hasLineCount(1)
        .startsWith("cleave: ")
        .containsAnyOf("Input/output error", "Read-only file system");
  }

  private interface Failure {
    boolean happens() throws Exception;
  }

  /** What the tune says from the failure on, which happens at the start of its sweep. */
  private String tuneWhile(Failure failure) throws Exception {
    ProcessBuilder builder =
        ChildProcess.cleave(
            home, List.of(), "tune", "--budget=5m", "--file-size=128MiB", device.toString());
    Process tune = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    List<String> said = new ArrayList<>();
    try (BufferedReader lines = tune.errorReader()) {
      String line = lines.readLine();
      while (line != null && !line.contains("sweep")) {
        line = lines.readLine();
      }
      assertThat(line).as("the sweep begins").isNotNull();
      assertThat(failure.happens()).isTrue();
      lines.lines().forEach(said::add);
      assertThat(tune.waitFor()).as(said.toString()).isEqualTo(ExitCode.FAILED);
    } finally {
      tune.destroy();
    }
    assertJournalIsUsable();
    return String.join("\n", said);
  }

  private void assertJournalIsUsable() throws IOException {
    try (Stream<Path> runs = Files.list(home.resolve(".local/state/cleave/runs"))) {
      Path journal = runs.findFirst().orElseThrow().resolve("journal.jsonl");
      List<String> samples = Files.readAllLines(journal);
      assertThat(samples).hasSizeGreaterThanOrEqualTo(6); // of the preflight
      assertThat(samples).allMatch(sample -> Json.LINE.readTree(sample).has("durableSeconds"));
    }
  }

  /** A loop device whose file is too short reads zeros, until it is told of its new size. */
  private boolean loseAllBlocks() throws Exception {
    return LoopImage.succeeds("truncate", "--size=0", image.toString())
        && LoopImage.succeeds("losetup", "--set-capacity", blockDevice().toString());
  }

  private Path blockDevice() throws Exception {
    Process asked = new ProcessBuilder("findmnt", "-n", "-o", "SOURCE", device.toString()).start();
    return Path.of(
        new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
  }

  /** As ext4 does by itself when it finds an error. */
  private boolean turnReadOnly() throws Exception {
    Path trigger =
        Path.of("/sys/fs/ext4", blockDevice().getFileName().toString()).resolve("trigger_fs_error");
    assumeTrue(Files.exists(trigger), "this kernel can't be told to find an error: " + trigger);
    Files.writeString(trigger, "1");
    return true;
  }
}
