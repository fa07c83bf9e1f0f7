package dev.cleave.tuner.device;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountTableTest {
  private static final String ROOT = "27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard\n";

  @TempDir Path directory;

  @Test
  void mergesTheOptionsOfMountAndSuperBlock() throws IOException {
    MountLine line = mountOf("/home", ROOT);

    assertThat(line.fileSystem()).isEqualTo("ext4");
    assertThat(line.mount().source()).isEqualTo("/dev/vda");
    assertThat(line.mount().device()).isEqualTo("254:0");
    assertThat(line.mount().options()).containsExactly("rw", "relatime", "discard");
  }

  @Test
  void skipsAnyNumberOfOptionalFields() throws IOException {
    String two = "28 27 8:1 / /a rw shared:1 master:2 - xfs /dev/sda1 rw\n";

    assertThat(mountOf("/a/b", ROOT + two).fileSystem()).isEqualTo("xfs");
  }

  @Test
  void undoesOctalEscapesAndReadsUtf8() throws IOException {
    String escaped =
        "28 27 8:1 / /my\\040disk\\134\\011ü rw - xfs /dev/a\\040b rw,upperdir=/a\\054b\n";

    MountLine line = mountOf("/my disk\\\tü/file", ROOT + escaped);

    assertThat(line.mount().point()).isEqualTo("/my disk\\\tü");
    assertThat(line.mount().source()).isEqualTo("/dev/a b");
    assertThat(line.option("upperdir")).isEqualTo("/a,b");
  }

  @Test
  void leavesWhatIsNoEscapeAsItIs() throws IOException {
    String odd = "28 27 8:1 / /a\\9\\04 rw - xfs none rw\n";

    assertThat(mountOf("/a\\9\\04", ROOT + odd).mount().point()).isEqualTo("/a\\9\\04");
  }

  @Test
  void findsTheLongestMountPoint() throws IOException {
    String nested = "28 27 8:1 / /a rw - xfs x rw\n29 28 8:2 / /a/b rw - xfs y rw\n";

    assertThat(sourceOf("/a/b/c", ROOT + nested)).isEqualTo("y");
    assertThat(sourceOf("/a/bc", ROOT + nested)).isEqualTo("x");
    assertThat(sourceOf("/ab", ROOT + nested)).isEqualTo("/dev/vda");
  }

  @Test
  void aMountCoversAnEarlierOneOnTheSamePoint() throws IOException {
    String twice = "28 27 8:1 / /a rw - xfs x rw\n29 28 8:2 / /a rw - xfs y rw\n";

    assertThat(sourceOf("/a/b", ROOT + twice)).isEqualTo("y");
  }

  @Test
  void aMountHidesAnEarlierOneBelowIt() throws IOException {
    String hidden = "28 27 8:1 / /a/b rw - xfs x rw\n29 27 8:2 / /a rw - xfs y rw\n";

    assertThat(sourceOf("/a/b/c", ROOT + hidden)).isEqualTo("y");
  }

  @Test
  void skipsLinesThatAreNone() throws IOException {
    String junk = "\nx y z\n28 27 8:1 / /a rw - xfs\nno 27 8:1 / /a rw - xfs y rw\n";

    assertThat(sourceOf("/a", junk + ROOT.strip())).isEqualTo("/dev/vda");
  }

  @Test
  void findsNothingInAnEmptyTable() throws IOException {
    assertThat(table("").mountOf(Path.of("/"))).isNull();
  }

  @Test
  void endsThoughMountsLieOnEachOther() throws IOException {
    String cycle = "28 29 8:1 / /a rw - xfs x rw\n29 28 8:2 / /a rw - xfs y rw\n";

    assertThat(sourceOf("/a/b", ROOT + cycle)).isEqualTo("/dev/vda");
  }

  private String sourceOf(String path, String mountInfo) throws IOException {
    return mountOf(path, mountInfo).mount().source();
  }

  private MountLine mountOf(String path, String mountInfo) throws IOException {
    return requireNonNull(table(mountInfo).mountOf(Path.of(path)));
  }

  private MountTable table(String mountInfo) throws IOException {
    Path file = directory.resolve("mountinfo");
    Files.write(file, mountInfo.getBytes(StandardCharsets.UTF_8));
    return MountTable.read(file);
  }
}
