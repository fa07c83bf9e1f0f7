package dev.cleave.tuner.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.tuner.search.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileIndexTest {
  private static final String GOOD =
      "a\text4@vda\text4@vda\tlarge\tcommand\tTUNED\tnio\t3\t4194304\t1\t1\tfalse";

  @TempDir private Path directory;

  @Test
  void readsWhatTheStoreWrote() throws IOException {
    Profile profile = Profiles.of(Profiles.DISK_TO_OTHER, Profiles.TIME, Verdict.TUNED, 3);
    new ProfileStore(directory).save(profile);

    assertThat(ProfileIndex.read(directory))
        .isEqualTo(new ProfileIndex(profile.indexed(), List.of()));
  }

  @Test
  void keepsTabsAndLineEndsInNames() throws IOException {
    ProfileKey odd = new ProfileKey("fuse@a\tb\\t", "nfs@x\r\ny");
    new ProfileStore(directory).save(Profiles.of(odd, Profiles.TIME, Verdict.TUNED, 3));

    assertThat(ProfileIndex.read(directory).plans())
        .hasSize(2)
        .extracting(IndexedPlan::key)
        .containsOnly(odd);
  }

  @Test
  void isEmptyWithoutAFile() {
    assertThat(ProfileIndex.read(directory.resolve("nowhere")))
        .isEqualTo(new ProfileIndex(List.of(), List.of()));
  }

  @Test
  void takesColumnsItDoesNotKnow() throws IOException {
    ProfileIndex index = read("# cleave.index/1\tid\tmore\n" + GOOD + "\tnvme\t0.5\n");

    assertThat(index.plans()).hasSize(1);
    assertThat(index.warnings()).isEmpty();
  }

  @Test
  void readsALastLineWithoutItsEnd() throws IOException {
    assertThat(read("# cleave.index/1\n" + GOOD).plans()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a\text4@vda\text4@vda\tlarge\tcommand\tTUNED\tnio\t3\t4194304\t1\t1",
        "a\text4@vda\text4@vda\tlarge\tcommand\tTUNED\tnio\t60\t4194304\t1\t1\tfalse",
        "a\text4@vda\text4@vda\tlarge\tcommand\tTUNED\tnio\t3\t0\t1\t1\tfalse",
        "a\text4@vda\text4@vda\tlarge\tcommand\tTUNED\tnio\t3\t1099511627776\t1\t1\tfalse",
        "a\text4@vda\text4@vda\tlarge\tcommand\tTUNED\tnio\t3\t4194304\tNaN\t1\tfalse",
        "a\text4@vda\text4@vda\tlarge\tcommand\tTUNED\tnio\t3\t4194304\t1\t65\tfalse",
        "a\text4@vda\text4@vda\tlarge\tcommand\tTUNED\tnio\t3\t4194304\t1\t1\tperhaps",
        "a\text4@vda\text4@vda\thuge\tcommand\tTUNED\tnio\t3\t4194304\t1\t1\tfalse",
        "a\text4@vda\text4@vda\tlarge\tcommand\tTUNED\tteleport\t3\t4194304\t1\t1\tfalse",
        "../a\text4@vda\text4@vda\tlarge\tcommand\tTUNED\tnio\t3\t4194304\t1\t1\tfalse",
        "a\text4@vda\\q\text4@vda\tlarge\tcommand\tTUNED\tnio\t3\t4194304\t1\t1\tfalse",
        "a\t\text4@vda\tlarge\tcommand\tTUNED\tnio\t3\t4194304\t1\t1\tfalse",
      })
  void skipsABrokenLineAndNamesIt(String broken) throws IOException {
    ProfileIndex index = read("# cleave.index/1\n" + broken + "\n" + GOOD + "\n");

    assertThat(index.plans()).containsExactly(IndexedPlan.parse(GOOD));
    assertThat(index.warnings())
        .singleElement()
        .asString()
        .startsWith(directory.resolve("index.tsv") + ", line 2: skipped: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# cleave.index/2\n", "# cleave.index/10\n", "junk", "{}"})
  void usesNothingOfAnotherVersion(String header) throws IOException {
    ProfileIndex index = read(header + GOOD + "\n");

    assertThat(index.plans()).isEmpty();
    assertThat(index.warnings()).singleElement().asString().contains("index.tsv", "not used");
  }

  @Test
  void refusesAHugeFile() throws IOException {
    ProfileIndex index = read("# cleave.index/1\n" + (GOOD + "\n").repeat(20_000));

    assertThat(index.plans()).isEmpty();
    assertThat(index.warnings()).singleElement().asString().contains("1048576 bytes");
  }

  @Test
  void refusesADirectory() throws IOException {
    Files.createDirectory(directory.resolve("index.tsv"));

    assertThat(ProfileIndex.read(directory).warnings())
        .singleElement()
        .asString()
        .contains("no plain file");
  }

  private ProfileIndex read(String text) throws IOException {
    Files.writeString(directory.resolve("index.tsv"), text);
    return ProfileIndex.read(directory);
  }
}
