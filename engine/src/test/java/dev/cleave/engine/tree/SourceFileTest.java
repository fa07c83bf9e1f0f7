package dev.cleave.engine.tree;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.Libc;
import dev.cleave.engine.linux.Open;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTest {
  private static final int FIFO = 0010644;

  @TempDir Path directory;

  @Test
  void doesNotWaitForThePipeThatHasTakenTheNameOfAFile() throws IOException {
    BytePath name = BytePath.of("pipe");
    try (Fd fd = Fd.open(Libc.INSTANCE, Open.AT_CWD, BytePath.of(directory), Open.PATH, 0)) {
      Libc.INSTANCE.mknodat(fd.number(), name, FIFO, 0);
      SourceName source = new SourceName(fd, name, name);
      assertThatThrownBy(() -> SourceFile.openRegular(source, Open.NO_FOLLOW))
          .isInstanceOf(CopyFailure.class)
          .hasMessage("skipping file 'pipe', as it was replaced while being copied");
    }
  }
}
