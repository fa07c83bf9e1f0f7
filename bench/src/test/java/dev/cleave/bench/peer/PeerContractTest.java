package dev.cleave.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every peer. */
class PeerContractTest {
  private static final SearchPath HERE = SearchPath.of(System.getenv().getOrDefault("PATH", ""));
  private static final long SEED = 20261128;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(PeerKind.class)
  void copiesExactly(PeerKind kind) throws Exception {
    Presence.Present present = present(kind);
    byte[] content = new byte[3 * 1024 * 1024 + 17];
    new SplittableRandom(SEED).nextBytes(content);
    Path source = Files.write(directory.resolve("the source"), content);
    Path target = directory.resolve("the target");
    Path said = directory.resolve("said");

    Process process =
        new ProcessBuilder(present.command().words(source, target))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();

    assertThat(process.waitFor()).as(Files.readString(said)).isZero();
    assertThat(target).hasBinaryContent(content);
    assertThat(source).hasBinaryContent(content);
  }

  @ParameterizedTest
  @EnumSource(PeerKind.class)
  void reportsItsVersion(PeerKind kind) {
    assertThat(present(kind).version()).matches("[^\\n]*\\d+\\.\\d+[^\\n]*");
  }

  @ParameterizedTest
  @EnumSource(PeerKind.class)
  void isAbsentForAReasonWhereItsProgramIs(PeerKind kind) {
    Presence without = kind.create().presence(new SearchPath(List.of(directory)));
    if (kind == PeerKind.FILES_COPY) {
      assertThat(without).isInstanceOf(Presence.Present.class); // it comes with Java
    } else {
      String program = kind.toString().split(" ", -1)[0];
      assertThat(without).isEqualTo(new Presence.Absent("no " + program + " on the PATH"));
    }
  }

  @Test
  void aProgramThatDoesNotRunIsAbsent() throws IOException {
    Path broken = Files.writeString(directory.resolve("rsync"), "#!/bin/sh\necho broken\nexit 3\n");
    assertThat(broken.toFile().setExecutable(true)).isTrue();

    assertThat(PeerKind.RSYNC.create().presence(new SearchPath(List.of(directory))))
        .isEqualTo(new Presence.Absent(broken + " doesn't run: --version ended with 3: broken"));
  }

  private static Presence.Present present(PeerKind kind) {
    Presence presence = kind.create().presence(HERE);
    assumeThat(presence).as(presence.toString()).isInstanceOf(Presence.Present.class);
    return (Presence.Present) presence;
  }
}
