package dev.cleave.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageCacheTest {
  @TempDir Path directory;

  @Test
  void evictsWhatWasRead() throws IOException {
    assumeFalse(
        Files.getFileStore(directory).type().equals("tmpfs"), "tmpfs is the page cache itself");
    Path file = TestFiles.write(directory.resolve("file"), 8 * ByteSize.MIB);
    BytePath path = TestFiles.path(file);
    assertThat(PageCache.residentBytes(path)).hasValue(8 * ByteSize.MIB);
    PageCache.evict(path);
    assertThat(PageCache.residentBytes(path)).hasValue(0);
  }
}
