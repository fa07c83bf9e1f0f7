package dev.cleave.tuner.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.tuner.device.StackTraits;
import dev.cleave.tuner.search.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The package's rule of what is used with a warning, and what not at all. */
class StalenessTest {
  private static final StackTraits TUNED =
      new StackTraits("ext4", "none", "Samsung_990", "nvme", "4B2Q", "3");
  private static final ProfileKey KEY =
      new ProfileKey("ext4@mine", "ext4@mine", null, TUNED, TUNED, "6.1", "32GiB");
  private static final long THEN = Profiles.TIME.getEpochSecond();

  @Test
  void saysNothingWhereNothingHasChanged() {
    ProfileMatch match = match(KEY, 50, Duration.ofDays(365));

    assertThat(match.profile()).isNotNull();
    assertThat(match.warnings()).isEmpty();
    assertThat(match.chain().getFirst().why()).isEqualTo("tuned for ext4@mine -> ext4@mine");
  }

  @ParameterizedTest
  @CsvSource({
    "5B2Q, 6.1, 32GiB, 50, 0, the source's firmware changed from 4B2Q to 5B2Q",
    "4B2Q, 6.12, 32GiB, 50, 0, the kernel changed from 6.1 to 6.12",
    "4B2Q, 6.1, 64GiB, 50, 0, the memory changed from 32GiB to 64GiB",
    "4B2Q, 6.1, 32GiB, 71, 0, the destination was 50 % full and is now 71 %",
    "4B2Q, 6.1, 32GiB, 29, 0, the destination was 50 % full and is now 29 %",
    "4B2Q, 6.1, 32GiB, 50, 366, it is older than a year",
  })
  void isUsedWithAWarningWhereTheBestPlanMayHaveMoved(
      String firmware, String kernel, String memory, int fillPercent, int days, String change) {
    StackTraits now = traits("none", firmware, "3");
    ProfileKey copy = new ProfileKey("ext4@mine", "ext4@mine", null, now, now, kernel, memory);

    ProfileMatch match = match(copy, fillPercent, Duration.ofDays(days));

    assertThat(match.profile()).isEqualTo(profile().id());
    assertThat(match.warnings())
        .singleElement()
        .asString()
        .startsWith("profile " + profile().id() + " is stale: " + change)
        .endsWith("; re-tune by 'cleave tune'");
    assertThat(match.chain().getFirst().why()).contains(change, "re-tune");
  }

  @ParameterizedTest
  @CsvSource({
    "'data=journal', 3, the source's mount options changed from none to data=journal",
    "none, 3-1, the source's members changed from 3 to 3-1",
    "none, 4, the source's members changed from 3 to 4",
  })
  void isNotUsedWhereTheBytesAreLaidOutInAnotherWay(String options, String members, String change) {
    StackTraits now = traits(options, "4B2Q", members);
    ProfileKey copy = new ProfileKey("ext4@mine", "ext4@mine", null, now, now, "6.1", "32GiB");

    assertExcluded(match(copy, 50, Duration.ZERO), change);
  }

  @Test
  void isNotUsedForAnotherFileSystemOnTheSameDevices() {
    StackTraits now = new StackTraits("xfs", "none", "Samsung_990", "nvme", "4B2Q", "3");
    ProfileKey copy = new ProfileKey("xfs@mine", "xfs@mine", null, now, now, "6.1", "32GiB");

    assertExcluded(match(copy, 50, Duration.ZERO), "the source changed from ext4@mine to xfs@mine");
  }

  @Test
  void isNotUsedWhereItsDateLiesAheadSinceItWouldOutliveEveryTune() {
    assertThat(match(KEY, 50, Duration.ofHours(-23)).profile()).isNotNull();

    assertExcluded(
        match(KEY, 50, Duration.ofHours(-25)), "its date lies ahead of this machine's clock");
  }

  @Test
  void ofAnotherDeviceOfTheModelTheFillLevelSaysNothing() {
    ProfileKey other = new ProfileKey("ext4@his", "ext4@his", null, TUNED, TUNED, "6.1", "32GiB");

    assertThat(match(other, 99, Duration.ZERO).warnings()).isEmpty();
  }

  @Test
  void ofTheClassOnlyTheMountOptionsCountThatEveryFileSystemHas() {
    StackTraits sameOptions =
        new StackTraits("xfs", "discard,logbsize=32k", "WD", "nvme", "1", "5");
    StackTraits others = new StackTraits("xfs", "sync", "WD", "nvme", "1", "5");

    ProfileMatch match =
        match(
            new ProfileKey("xfs@his", "xfs@his", null, sameOptions, sameOptions, "7.0", "1GiB"),
            99,
            Duration.ofDays(900));

    assertThat(match.profile()).isNotNull();
    assertThat(match.warnings()).isEmpty();
    assertExcluded(
        match(
            new ProfileKey("xfs@his", "xfs@his", null, others, others, "6.1", "32GiB"),
            50,
            Duration.ZERO),
        "mount options");
  }

  @Test
  void whatWasNotKnownHasNotChanged() {
    StackTraits now = traits("", "", "");

    ProfileMatch match =
        match(
            new ProfileKey("ext4@mine", "ext4@mine", null, now, now, "", ""),
            FillLevel.UNKNOWN,
            Duration.ZERO);

    assertThat(match.profile()).isNotNull();
    assertThat(match.warnings()).isEmpty();
  }

  private static void assertExcluded(ProfileMatch match, String change) {
    assertThat(match.profile()).isNull();
    assertThat(match.chain().getFirst().taken()).isFalse();
    assertThat(match.chain().getFirst().why())
        .startsWith("stale, not used: ")
        .contains(change, "re-tune");
  }

  private static StackTraits traits(String options, String firmware, String members) {
    return new StackTraits("ext4", options, "Samsung_990", "nvme", firmware, members);
  }

  private static Profile profile() {
    return Profiles.of(KEY, Profiles.TIME, Verdict.TUNED, 3).withFillPercent(50);
  }

  private static ProfileMatch match(ProfileKey copy, int fillPercent, Duration age) {
    ProfileIndex index = new ProfileIndex(StoreOrigin.USER, profile().indexed(), List.of());
    CopySite site = new CopySite(copy, fillPercent, THEN + age.toSeconds());
    return new ProfileMatcher(List.of(index)).match(site);
  }
}
