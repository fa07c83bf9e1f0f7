package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cleave.engine.ByteSize;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Real copies with {@code --adapt}, of a file large enough for it, in memory. */
class CopyAdaptTest {
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long BYTES = 3584 * ByteSize.MIB + 777;
  private static final long ROOM = 5 * ByteSize.GIB;
  private static final long ISLANDS_APART = 16 * ByteSize.MIB + 4096;

  private Path home;
  private Path source;
  private Path target;

  @BeforeEach
  void writeSource() throws IOException {
    assumeTrue(
        Files.isWritable(MEMORY) && MEMORY.toFile().getUsableSpace() > ROOM,
        "needs 5 GiB of /dev/shm");
    home = Files.createTempDirectory(MEMORY, "cleave-adapt");
    source = home.resolve("source");
    target = home.resolve("target");
    // islands that tell where they belong; the holes between them cost no memory to read
    try (RandomAccessFile file = new RandomAccessFile(source.toFile(), "rw")) {
      byte[] island = new byte[8 * 1024];
      file.setLength(BYTES);
      for (long offset = 0; offset < BYTES - island.length; offset += ISLANDS_APART) {
        new SplittableRandom(offset).nextBytes(island);
        file.seek(offset);
        file.write(island);
      }
    }
  }

  @AfterEach
  void remove() throws IOException {
    if (home != null) {
      try (Stream<Path> files = Files.walk(home)) {
        for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Test
  void copiesEachByteAndTellsWhatItTried() throws IOException {
    InProcess copy =
        InProcess.cleave(
            home,
            "copy",
            "--adapt",
            "--json",
            "--explain",
            "--sparse=never",
            "--no-profile",
            source.toString(),
            target.toString());

    assertThat(copy.err()).contains("try its neighbours on slices: --adapt; no earlier copy");
    assertThat(copy.exitCode()).isZero();
    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
    JsonNode document = new ObjectMapper().readTree(copy.out());
    assertThat(document.get("bytes").asLong()).isEqualTo(BYTES);
    JsonNode learned = document.get("adaptation");
    assertThat(learned.get("slices").asInt()).isGreaterThan(4);
    assertThat(learned.get("findings")).isNotEmpty();
    assertThat(learned.get("start").get("splitDepth").asInt()).isZero();
    JsonNode plans = document.get("plans");
    assertThat(plans.size()).isGreaterThan(1);
    for (JsonNode use : plans) {
      assertThat(use.get("sizeClass").asString()).isEqualTo("large");
      assertThat(use.get("asked")).isEqualTo(learned.get("start"));
      assertThat(use.get("why").asString()).contains("--adapt");
    }
    JsonNode last = plans.get(plans.size() - 1);
    assertThat(last.get("used")).isEqualTo(learned.get("plan"));
    assertThat(last.get("why").asString()).endsWith("and kept it");
    assertThat(copy.err())
        .contains("pairs of slices) the pace of nio, split depth 0")
        .contains("--adapt kept ");
  }

  @Test
  void withoutItOrForLessTheFileKeepsItsPlan() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(source.toFile(), "rw")) {
      file.setLength(200 * ByteSize.MIB);
    }
    InProcess copy =
        InProcess.cleave(
            home, "copy", "--adapt", "--json", "--explain", source.toString(), target.toString());

    assertThat(copy.exitCode()).isZero();
    JsonNode document = new ObjectMapper().readTree(copy.out());
    assertThat(document.get("adaptation").isNull()).isTrue();
    assertThat(document.get("plans")).hasSize(1);
    assertThat(copy.err()).contains("--adapt tried nothing: no file had 2GiB");
  }
}
