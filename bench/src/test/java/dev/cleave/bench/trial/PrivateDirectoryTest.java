package dev.cleave.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateDirectoryTest {
  @TempDir Path parent;

  @Test
  void goesWithTreesAndNotWithWhatTheirLinksLeadTo() throws IOException {
    Path other = Files.writeString(Files.createDirectory(parent.resolve("o")).resolve("f"), "x");
    PrivateDirectory directory = PrivateDirectory.in(parent);
    Path deep = Files.createDirectories(directory.path().resolve("copy-1/a/b"));
    Files.writeString(deep.resolve("file"), "content");
    Files.createSymbolicLink(deep.resolve("link"), other.getParent());
    directory.close();
    assertThat(directory.path()).doesNotExist();
    assertThat(other).exists();
  }

  @Test
  void mayBeClosedTwice() throws IOException {
    PrivateDirectory directory = PrivateDirectory.in(parent);
    directory.close();
    directory.close();
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void nobodyElseLooksIntoIt() throws IOException {
    try (PrivateDirectory directory = PrivateDirectory.in(parent)) {
      assertThat(Files.getPosixFilePermissions(directory.path())).hasSize(3);
    }
  }
}
