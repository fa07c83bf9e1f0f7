package dev.cleave.engine;

import static dev.cleave.engine.TestFiles.names;
import static dev.cleave.engine.TestFiles.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Libc;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.PreserveOptions;
import dev.cleave.engine.options.SparseMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacingCopyTest {
  private static final BytePath USER_ATTRIBUTE = BytePath.of("user.cleave.test");

  @TempDir Path directory;
  private Path source;
  private Path target;

  @BeforeEach
  void write() throws IOException {
    source = TestFiles.write(directory.resolve("source"), 10_000);
    target = TestFiles.write(directory.resolve("target"), 5000);
  }

  @Test
  void keepsExtendedAttributesOfTheOldFile() throws IOException {
    setAttribute(target, USER_ATTRIBUTE, bytes("kept"));
    setAttribute(source, USER_ATTRIBUTE, bytes("not asked for"));
    copy(CopyOptions.DEFAULTS);
    assertThat(Libc.INSTANCE.getxattr(path(target), USER_ATTRIBUTE)).isEqualTo(bytes("kept"));
    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
  }

  @Test
  void keepsTheAccessListOfTheOldFile() throws IOException {
    byte[] list = MetadataFiles.list(4, 6);
    setAttribute(target, MetadataFiles.ACCESS_LIST, list);
    int mode = SparseFile.status(target).permissions();
    copy(CopyOptions.DEFAULTS);
    assertThat(Libc.INSTANCE.getxattr(path(target), MetadataFiles.ACCESS_LIST)).isEqualTo(list);
    assertThat(SparseFile.status(target).permissions()).isEqualTo(mode);
  }

  @Test
  void takesNoAccessListFromTheDirectoryIfTheOldFileHadNone() throws IOException {
    setAttribute(directory, MetadataFiles.DEFAULT_LIST, MetadataFiles.list(7, 7));
    FileStatus before = SparseFile.status(target);
    copy(CopyOptions.DEFAULTS);
    assertThat(SparseFile.status(target).permissions()).isEqualTo(before.permissions());
    assertThatThrownBy(() -> Libc.INSTANCE.getxattr(path(target), MetadataFiles.ACCESS_LIST))
        .isInstanceOfSatisfying(
            SyscallException.class, e -> assertThat(e.errno()).isEqualTo(Errno.ENODATA));
  }

  @Test
  void keepsTheOwner() throws IOException {
    assumeTrue(isRoot(), "only root may give files away");
    Files.setAttribute(target, "unix:uid", 1234);
    Files.setAttribute(target, "unix:gid", 2345);
    copy(CopyOptions.DEFAULTS);
    assertThat(SparseFile.status(target).owner()).isEqualTo(1234);
    assertThat(SparseFile.status(target).group()).isEqualTo(2345);
    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
  }

  @Test
  void takesCapabilitiesFromContentTheyWereNotGivenTo() throws IOException {
    assumeTrue(isRoot(), "only root may grant capabilities");
    setAttribute(target, MetadataFiles.CAPABILITY, MetadataFiles.capability());
    copy(CopyOptions.DEFAULTS);
    assertThat(Libc.INSTANCE.listxattr(path(target))).doesNotContain(MetadataFiles.CAPABILITY);
  }

  @Test
  void appliesModeAndTimesInPlaceToo() throws IOException {
    Files.setLastModifiedTime(source, FileTime.from(Instant.ofEpochSecond(1_000_000_000, 7)));
    Files.setAttribute(source, "unix:mode", 0640);
    copy(CopyOptions.builder().inPlace(true).preserve(PreserveOptions.BASICS).build());
    assertThat(Files.getLastModifiedTime(target)).isEqualTo(Files.getLastModifiedTime(source));
    assertThat(SparseFile.status(target).permissions()).isEqualTo(0640);
  }

  @Test
  void saysHowMuchRoomWasMissingAndWhatNeedsLess() throws IOException {
    Files.delete(source);
    long tooMuch = roomIn(directory) + 100 * ByteSize.GIB;
    SparseFile.allHole(source, tooMuch);
    CopyOptions writingZeros = CopyOptions.builder().sparse(SparseMode.NEVER).build();
    CopyRequest request =
        CopyRequest.of(path(source), path(target), CopyPlan.SEED).withOptions(writingZeros);
    long old = SparseFile.status(target).allocatedBytes();
    CopyError error = CopyEngine.copy(request).errors().getFirst();
    assertThat(error.message())
        .isEqualTo(
            "cannot reserve "
                + ByteSize.format(tooMuch)
                + " for '"
                + target
                + "': No space left on device; the old file ("
                + ByteSize.format(old)
                + ") stays until the new one ("
                + ByteSize.format(tooMuch)
                + ") is complete, so that both need "
                + ByteSize.format(old + tooMuch)
                + ": --inplace needs less room");
    assertThat(error.errno()).isEqualTo(Errno.ENOSPC.number());
    assertThat(target).hasSize(5000);
    assertThat(names(directory)).containsExactly("source", "target");
  }

  private static long roomIn(Path directory) throws IOException {
    try (Fd fd = open(directory)) {
      return Libc.INSTANCE.availableBytes(fd.number()).orElseThrow();
    }
  }

  private void copy(CopyOptions options) throws IOException {
    CopyRequest request =
        CopyRequest.of(path(source), path(target), CopyPlan.SEQUENTIAL).withOptions(options);
    assertThat(CopyEngine.copy(request).errors()).isEmpty();
    assertThat(names(directory)).containsExactly("source", "target");
  }

  private static void setAttribute(Path file, BytePath name, byte[] value) throws IOException {
    try {
      MetadataFiles.set(file, name, value);
    } catch (SyscallException e) {
      assumeTrue(!e.is(Errno.EOPNOTSUPP), "the file system has no " + name);
      throw e;
    }
  }

  private static Fd open(Path file) throws SyscallException {
    return Fd.open(Libc.INSTANCE, Open.AT_CWD, path(file), Open.READ_ONLY, 0);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private boolean isRoot() throws IOException {
    return SparseFile.status(target).owner() == 0;
  }
}
