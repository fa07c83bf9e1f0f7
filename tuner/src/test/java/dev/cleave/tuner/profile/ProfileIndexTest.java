package dev.cleave.tuner.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.tuner.device.StackTraits;
import dev.cleave.tuner.search.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileIndexTest {
  @TempDir private Path directory;

  @Test
  void readsWhatTheStoreWrote() throws IOException {
    Profile profile = Profiles.of(Profiles.DISK_TO_OTHER, Profiles.TIME, Verdict.TUNED, 3);
    new ProfileStore(directory).save(profile);

    assertThat(read()).isEqualTo(new ProfileIndex(StoreOrigin.USER, profile.indexed(), List.of()));
  }

  @Test
  void keepsTabsAndLineEndsInNames() throws IOException {
    ProfileKey odd = ProfileKey.of("fuse@a\tb\\t", "nfs@x\r\ny");
    new ProfileStore(directory).save(Profiles.of(odd, Profiles.TIME, Verdict.TUNED, 3));

    assertThat(read().plans()).hasSize(2).extracting(IndexedPlan::key).containsOnly(odd);
  }

  @Test
  void keepsEverythingThatMatchingLooksAt() {
    StackTraits source = new StackTraits("ext4", "none", "M1", "nvme", "F1", "2");
    StackTraits destination = new StackTraits("xfs", "sync", "M2", "crypt@hdd", "F2", "3-1");
    ProfileKey key =
        new ProfileKey("a", "b", Relation.ONE_DEVICE, source, destination, "6.1", "8GiB");
    IndexedPlan plan =
        Profiles.of(key, Profiles.TIME, Verdict.TUNED, 3).withFillPercent(40).indexed().getFirst();

    IndexedPlan read = IndexedPlan.parse(plan.toLine());

    assertThat(read).isEqualTo(plan);
    assertThat(read.fillPercent()).isEqualTo(40);
  }

  @Test
  void isEmptyWithoutADirectory() {
    assertThat(ProfileIndex.read(directory.resolve("nowhere"), StoreOrigin.SITE))
        .isEqualTo(new ProfileIndex(StoreOrigin.SITE, List.of(), List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nio\\t3\\t4194304 | nio\\t60\\t4194304       | from 0 to 6
          nio\\t3\\t4194304 | nio\\t3\\t0              | the chunk in bytes
          nio\\t3\\t4194304 | nio\\t3\\t1099511627776  | the chunk in bytes
          nio\\t3\\t4194304 | nio\\tNaN\\t4194304      | NaN
          nio\\t3           | teleport\\t3            | teleport
          false             | perhaps                | perhaps
          large             | huge                   | huge
          ext4-vda-         | ../                    | no name of a profile
          one device        | three devices          | three devices
          ext4@vda          | ext4@vda\\\\q           | escape
          """)
  void refusesABrokenLine(String from, String to, String why) {
    IndexedPlan good =
        Profiles.of(Profiles.DISK, Profiles.TIME, Verdict.TUNED, 3).indexed().getFirst();
    String line = good.toLine();
    String broken = line.replace(from.translateEscapes(), to.translateEscapes());
    assertThat(broken).isNotEqualTo(line);

    assertThatThrownBy(() -> IndexedPlan.parse(broken))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void refusesEveryLineThatEndsTooSoon() {
    IndexedPlan good =
        Profiles.of(Profiles.DISK, Profiles.TIME, Verdict.TUNED, 3).indexed().getFirst();
    String line = good.toLine();
    for (int tab = line.lastIndexOf('\t'); tab > 0; tab = line.lastIndexOf('\t', tab - 1)) {
      String shorter = line.substring(0, tab);

      assertThatThrownBy(() -> IndexedPlan.parse(shorter))
          .as(shorter)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# cleave.index/1\n", "# cleave.index/20\n", "junk", "{}"})
  void isMadeAnewWhereItIsNoIndex(String content) throws IOException {
    Profile profile = Profiles.of(Profiles.DISK, Profiles.TIME, Verdict.TUNED, 3);
    new ProfileStore(directory).save(profile);
    byte[] whole = Files.readAllBytes(index());
    Files.writeString(index(), content);

    assertThat(read().plans()).isEqualTo(profile.indexed());
    assertThat(index()).hasBinaryContent(whole);
  }

  @Test
  void isMadeAnewWhereItIsAwfullyLong() throws IOException {
    Profile profile = Profiles.of(Profiles.DISK, Profiles.TIME, Verdict.TUNED, 3);
    new ProfileStore(directory).save(profile);
    Files.write(index(), new byte[SmallFile.MAX_INDEX_BYTES + 1]);

    assertThat(read().plans()).isEqualTo(profile.indexed());
  }

  @Test
  void isMadeAnewWhereOthersMayHaveWrittenIt() throws IOException {
    new ProfileStore(directory).save(Profiles.of(Profiles.DISK, Profiles.TIME, Verdict.TUNED, 3));
    String text = Files.readString(index());
    Files.writeString(index(), text.replace("nio\t3\t", "nio\t6\t"));
    Files.setPosixFilePermissions(index(), PosixFilePermissions.fromString("rw-rw-rw-"));

    assertThat(read().plans()).extracting(plan -> plan.plan().splitDepth()).containsOnly(3);
    assertThat(Files.getPosixFilePermissions(index()))
        .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
  }

  @Test
  void takesInWhatSomebodyPutThereByHand() throws IOException {
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    Profile profile = Profiles.of(Profiles.DISK, Profiles.TIME, Verdict.TUNED, 3);
    Path file = new ProfileStore(elsewhere).save(profile);
    Files.copy(file, directory.resolve(file.getFileName()));

    assertThat(read().plans()).isEqualTo(profile.indexed());
    assertThat(index()).exists();
  }

  @Test
  void forgetsWhatSomebodyDeletedByHand() throws IOException {
    Path file =
        new ProfileStore(directory)
            .save(Profiles.of(Profiles.DISK, Profiles.TIME, Verdict.TUNED, 3));
    Files.delete(file);

    assertThat(read().plans()).isEmpty();
  }

  private ProfileIndex read() {
    return ProfileIndex.read(directory, StoreOrigin.USER);
  }

  private Path index() {
    return directory.resolve("index.tsv");
  }
}
