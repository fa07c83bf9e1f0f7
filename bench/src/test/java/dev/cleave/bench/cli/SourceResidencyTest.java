package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.PageCache;
import dev.cleave.tuner.measure.CacheState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceResidencyTest {
  private static final int BYTES = 4 << 20;

  @TempDir Path directory;

  @Test
  void aFileThatWasJustWrittenIsWarm() throws IOException {
    Path file = written("file");

    assertThat(SourceResidency.of(file)).isEqualTo(new SourceResidency(BYTES, BYTES));
    assertThat(SourceResidency.of(file).state()).isEqualTo(CacheState.WARM);
  }

  @Test
  void aFileThatWasEvictedIsCold() throws IOException {
    Path file = evicted("file");

    assertThat(SourceResidency.of(file).state()).isEqualTo(CacheState.COLD);
  }

  @Test
  void aTreeIsWhatMostOfItIs() throws IOException {
    evicted("cold-1");
    evicted("cold-2");
    written("warm");
    assertThat(SourceResidency.of(directory).state()).isEqualTo(CacheState.COLD);

    written("warm-2");
    written("warm-3");
    assertThat(SourceResidency.of(directory))
        .isEqualTo(new SourceResidency(5L * BYTES, 3L * BYTES));
    assertThat(SourceResidency.of(directory).state()).isEqualTo(CacheState.WARM);
  }

  @Test
  void whatIsEmptyOrNotThereIsCold() throws IOException {
    Path empty = Files.createFile(directory.resolve("empty"));

    assertThat(SourceResidency.of(empty).state()).isEqualTo(CacheState.COLD);
    assertThat(SourceResidency.of(directory.resolve("missing")).state()).isEqualTo(CacheState.COLD);
  }

  private Path written(String name) throws IOException {
    return Files.write(directory.resolve(name), new byte[BYTES]);
  }

  private Path evicted(String name) throws IOException {
    Path file = written(name);
    PageCache.evict(BytePath.of(file));
    assumeTrue(
        PageCache.residentBytes(BytePath.of(file)).orElseThrow() == 0,
        "the file system under " + directory + " keeps its pages");
    return file;
  }
}
