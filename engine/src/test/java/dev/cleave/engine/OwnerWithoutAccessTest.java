package dev.cleave.engine;

import static dev.cleave.engine.TestFiles.names;
import static dev.cleave.engine.TestFiles.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cleave.engine.backend.BackendKind;
import dev.cleave.engine.linux.Libc;
import dev.cleave.engine.linux.PlainUser;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.SparseMode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plain users who may neither read nor write the files they make: cp has them open already. */
class OwnerWithoutAccessTest {
  private static final long BYTES = 3_000_001;

  @TempDir Path directory;
  private Path source;
  private Path target;

  @BeforeEach
  void write() throws IOException {
    assumeTrue(Libc.INSTANCE.geteuid() == 0, "only root can become another user");
    source = TestFiles.write(directory.resolve("source"), BYTES);
    Path to = Files.createDirectory(directory.resolve("to"));
    target = to.resolve("target");
    Files.setAttribute(directory, "unix:mode", 0755);
    Files.setAttribute(to, "unix:uid", PlainUser.ID);
    Files.setAttribute(to, "unix:mode", 0755);
  }

  @ParameterizedTest
  @EnumSource
  void copiesIntoADirectoryWhoseDefaultListLeavesTheOwnerNothing(BackendKind backend)
      throws Exception {
    Libc.INSTANCE.setxattr(path(directory()), MetadataFiles.DEFAULT_LIST, forGroupOnly());
    CopyOptions options =
        CopyOptions.builder().verify(true).sparse(SparseMode.ALWAYS).splitThresholdBytes(0).build();
    CopyOutcome outcome = PlainUser.call(() -> copy(CopyPlan.SEED.withBackend(backend), options));
    assertThat(outcome.errors()).isEmpty();
    assertThat(Files.mismatch(source, target)).isEqualTo(-1);
    assertThat(SparseFile.status(target).permissions()).isEqualTo(0040);
  }

  @Test
  void saysThatItMayNotVerifyWhatItWroteInPlace() throws Exception {
    TestFiles.write(target, 10);
    Files.setAttribute(target, "unix:uid", PlainUser.ID);
    Files.setAttribute(target, "unix:mode", 0200);
    CopyOptions options = CopyOptions.builder().verify(true).inPlace(true).build();
    CopyOutcome outcome = PlainUser.call(() -> copy(CopyPlan.SEQUENTIAL, options));
    assertThat(outcome.errors().getFirst().message())
        .isEqualTo("cannot open '" + target + "' to verify it: Permission denied");
    assertThat(names(directory())).containsExactly("target");
  }

  private CopyOutcome copy(CopyPlan plan, CopyOptions options) throws IOException {
    return CopyEngine.copy(CopyRequest.of(path(source), path(target), plan).withOptions(options));
  }

  /** u::--- g::r-- o::---, as in linux/posix_acl_xattr.h. */
  private static byte[] forGroupOnly() {
    ByteBuffer list = ByteBuffer.allocate(4 + 3 * 8).order(ByteOrder.LITTLE_ENDIAN).putInt(2);
    int[][] entries = {{1, 0}, {4, 4}, {32, 0}};
    for (int[] entry : entries) {
      list.putShort((short) entry[0]).putShort((short) entry[1]).putInt(-1);
    }
    return list.array();
  }

  private Path directory() {
    return Objects.requireNonNull(target.getParent());
  }
}
