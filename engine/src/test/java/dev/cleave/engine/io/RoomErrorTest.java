package dev.cleave.engine.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.CopyError;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.SyscallException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RoomErrorTest {
  private static final Path FILE = Path.of("No space left on device");

  @Test
  void aRequestIsJudgedByItsErrorNumber() {
    assertThat(RoomError.isBehind(request(Errno.ENOSPC))).isTrue();
    assertThat(RoomError.isBehind(request(Errno.EDQUOT))).isTrue();
    assertThat(RoomError.isBehind(request(Errno.EROFS))).isTrue();
    assertThat(RoomError.isBehind(request(Errno.EIO))).isFalse();
  }

  @Test
  void aShortRequestAndANameSayNothing() {
    assertThat(RoomError.isBehind(new RequestException(FILE, true, 0, "ended after 0 bytes")))
        .isFalse();
    assertThat(
            RoomError.isBehind(new FileSystemException(FILE.toString(), null, "Permission denied")))
        .isFalse();
  }

  @Test
  void whatJavaThrowsIsJudgedByItsReason() {
    assertThat(RoomError.isBehind(new IOException("No space left on device"))).isTrue();
    assertThat(RoomError.isBehind(new FileSystemException("f", null, "Read-only file system")))
        .isTrue();
    assertThat(RoomError.isBehind(new IOException("x", new IOException("Disk quota exceeded"))))
        .isTrue();
  }

  @Test
  void soIsAPathThatWasNotCopied() {
    BytePath path = BytePath.of(Path.of("f"));

    assertThat(RoomError.isBehind(new CopyError(path, "full", 28))).isTrue();
    assertThat(RoomError.isBehind(new CopyError(path, "broken", 5))).isFalse();
    assertThat(RoomError.isBehind(new CopyError(path, "No space left on device", null))).isFalse();
  }

  private static RequestException request(Errno errno) {
    return new RequestException(FILE, true, 4096, new SyscallException("pwrite64", errno));
  }
}
