package dev.cleave.tuner.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RandomReadsTest {
  /** Below the build directory, since /tmp may be memory that has no O_DIRECT. */
  @TempDir(factory = BesideTheClasses.class)
  Path directory;

  /** A clock that advances by 50 µs whenever it is looked at. */
  private final AtomicLong nanos = new AtomicLong();

  private final RandomReads reads =
      new RandomReads(() -> nanos.getAndAdd(50_000), new SplittableRandom(1));

  @Test
  void readsANewFileAndLeavesNothing() throws IOException {
    Fact fact = reads.randomReadMicros(stackOf("ext4", DeviceClass.VIRTUAL));

    assertThat(fact).satisfiesAnyOf(f -> assertMeasured(f, "a new file"), this::hasNoDirectReads);
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void readsAnExistingFileWithoutWriting() throws IOException {
    byte[] data = new byte[16 << 20];
    new SplittableRandom(2).nextBytes(data);
    Path file = Files.write(Files.createDirectory(directory.resolve("sub")).resolve("f"), data);

    Fact fact = reads.randomReadMicros(stackOf("ext4", DeviceClass.VIRTUAL));

    assertThat(fact).satisfiesAnyOf(f -> assertMeasured(f, file.toString()), this::isKeptInMemory);
    assertThat(Files.readAllBytes(file)).isEqualTo(data);
  }

  @Test
  void holesDoNotCount() throws IOException {
    Path file = directory.resolve("sparse");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(32 << 20);
    }

    Fact fact = reads.randomReadMicros(stackOf("ext4", DeviceClass.VIRTUAL));

    assertThat(fact).satisfiesAnyOf(f -> assertMeasured(f, "a new file"), this::hasNoDirectReads);
    assertThat(fact.source()).doesNotContain("sparse");
  }

  @Test
  void memoryAndZfsAreNotMeasured() {
    assertThat(reads.randomReadMicros(stackOf("tmpfs", DeviceClass.MEMORY)).source())
        .startsWith("not measured: memory");
    assertThat(reads.randomReadMicros(stackOf("zfs", DeviceClass.UNKNOWN)).source())
        .startsWith("not measured: zfs");
  }

  private static void assertMeasured(Fact fact, String what) {
    assertThat(fact.origin()).isEqualTo(Origin.MEASURED);
    assertThat(fact.value()).isEqualTo(50L);
    assertThat(fact.source()).contains("random 4 KiB", what);
  }

  private void hasNoDirectReads(Fact fact) {
    assertThat(fact.source()).contains("not measured");
  }

  private void isKeptInMemory(Fact fact) {
    assertThat(fact.source()).contains("the page cache keeps");
  }

  private StorageStack stackOf(String fileSystem, DeviceClass deviceClass) {
    BlockDevice leaf = new BlockDevice("vda", "disk", Map.of());
    return new StorageStack(
        directory.toString(),
        new Mount("/", "/dev/vda", "254:0", List.of()),
        fileSystem,
        deviceClass,
        List.of(leaf),
        List.of(leaf),
        "x");
  }
}
