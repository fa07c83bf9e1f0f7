package dev.cleave.tuner.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileIdTest {
  @Test
  void namesTheDeviceAndTheMinute() {
    assertThat(ProfileId.of(Profiles.DISK, Profiles.TIME)).isEqualTo("ext4-vda-20261122T2150");
  }

  @Test
  void namesBothDevicesOfAPair() {
    assertThat(ProfileId.of(Profiles.DISK_TO_OTHER, Profiles.TIME))
        .isEqualTo("ext4-vda-to-xfs-sdb-20261122T2150");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nfs4@server:/export/a b", "@", "..", "-rf", "ext4@\n", "überfs", "a/b"})
  void isSafeAsAFileNameWhateverTheDeviceIsCalled(String identity) {
    String id = ProfileId.of(ProfileKey.of(identity, "ext4@vda"), Profiles.TIME);

    assertThat(id).matches("[A-Za-z0-9_][A-Za-z0-9._-]*");
    assertThat(ProfileId.isValid(id)).isTrue();
  }

  @Test
  void keepsLongSerialNumbersApart() {
    String serial = "btrfs@nvme-eui.00253858119138d700253858119138d8";
    String one = ProfileId.of(ProfileKey.of(serial + "1", serial + "1"), Profiles.TIME);
    String other = ProfileId.of(ProfileKey.of(serial + "2", serial + "2"), Profiles.TIME);

    assertThat(one).isNotEqualTo(other).hasSizeLessThan(60);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../x", "a/b", ".hidden", "-x", "a b", "ä", "a\0"})
  void refusesNamesThatLeaveTheStore(String id) {
    assertThat(ProfileId.isValid(id)).isFalse();
  }
}
