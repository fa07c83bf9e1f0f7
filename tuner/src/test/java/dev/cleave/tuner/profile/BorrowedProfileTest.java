package dev.cleave.tuner.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.device.StackTraits;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.search.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Profiles of other devices: by model, by class, shipped; and in which order. */
class BorrowedProfileTest {
  private static final long NOW = Profiles.TIME.getEpochSecond() + 60;
  private static final StackTraits HERE =
      new StackTraits("ext4", "none", "Samsung_990", "nvme", "4B2Q", "");
  private static final ProfileKey COPY = key("ext4@mine", "ext4@mine", HERE);

  @Test
  void takesTheNearestLevelWhateverIsNewer() {
    Profile device = profile(key("ext4@mine", "ext4@mine", HERE), 0, 1);
    Profile model = profile(key("ext4@other", "ext4@other", HERE), 1, 2);
    Profile deviceClass = profile(key("xfs@third", "xfs@third", with("xfs", "WD")), 2, 3);
    Profile shipped = profile(key("nvme", "nvme", with("", "")), 3, 4);
    ProfileIndex user = index(StoreOrigin.USER, deviceClass, model, device);
    ProfileIndex program = index(StoreOrigin.SHIPPED, shipped);

    assertThat(levels(match(COPY, user, program)))
        .containsExactly(
            deviceClass.id() + ": same class pair",
            model.id() + ": same model and file system pair",
            "taken " + device.id() + ": same device pair",
            shipped.id() + ": shipped default for the class",
            "taken null: sequential default");
    assertThat(taken(index(StoreOrigin.USER, deviceClass, model), program)).isEqualTo(model.id());
    assertThat(taken(index(StoreOrigin.USER, deviceClass), program)).isEqualTo(deviceClass.id());
    assertThat(taken(program)).isEqualTo(shipped.id());
  }

  @Test
  void takesTheUsersBeforeTheSitesAndTheSitesBeforeTheShippedOfTheSameClass() {
    ProfileKey other = key("xfs@third", "xfs@third", with("xfs", "WD"));
    Profile user = profile(other, 0, 1);
    Profile site = profile(other, 1, 2);
    Profile shipped = profile(other, 2, 3);
    ProfileIndex users = index(StoreOrigin.USER, user);
    ProfileIndex sites = index(StoreOrigin.SITE, site);
    ProfileIndex program = index(StoreOrigin.SHIPPED, shipped);

    assertThat(taken(users, sites, program)).isEqualTo(user.id());
    assertThat(taken(sites, program)).isEqualTo(site.id());
    assertThat(taken(program)).isEqualTo(shipped.id());
  }

  @ParameterizedTest
  @CsvSource({"xfs, Samsung_990", "ext4, WD", "ext4, ''"})
  void isOfTheSameModelsOnlyWithTheSameFileSystem(String fileSystem, String model) {
    Profile other = profile(key("e@1", "e@1", with(fileSystem, model)), 0, 2);

    assertThat(match(COPY, index(StoreOrigin.USER, other)).chain().getFirst().level())
        .isEqualTo(MatchLevel.SAME_CLASSES);
  }

  @ParameterizedTest
  @CsvSource({"hdd", "crypt@nvme", "''"})
  void isNotBorrowedFromAnotherClassOrOneThatIsNotKnown(String deviceClass) {
    StackTraits traits = new StackTraits("ext4", "none", "Samsung_990", deviceClass, "4B2Q", "");
    Profile other = profile(key("ext4@other", "ext4@other", traits), 0, 2);

    assertThat(taken(index(StoreOrigin.USER, other))).isNull();
  }

  @Test
  void isNotBorrowedWhereReadingAndWritingShareADeviceAndThereTheyDidNot() {
    Profile two = profile(key("ext4@other", "ext4@another", HERE), 0, 2);

    assertThat(taken(index(StoreOrigin.USER, two))).isNull();
  }

  @Test
  void aGuessIsNotBorrowed() {
    Profile undecided =
        Profiles.of(key("ext4@other", "ext4@other", HERE), Profiles.TIME, Verdict.INCONCLUSIVE, 2);

    ProfileMatch match = match(COPY, index(StoreOrigin.USER, undecided));

    assertThat(match.profile()).isNull();
    assertThat(match.chain().getFirst().why()).isEqualTo("it is INCONCLUSIVE");
  }

  @Test
  void saysWhatRegretToExpectWhereRunsSayIt() {
    Profile plain = profile(key("ext4@other", "ext4@other", HERE), 0, 2);
    WorstRegret regret = WorstRegret.of(Map.of("run1", 0.0, "run2", 0.0213));
    Profile generated =
        new Profile(
            plain.schema(),
            plain.id(),
            plain.key(),
            plain.created(),
            plain.run(),
            plain.baseline(),
            plain.classes(),
            Map.of(),
            Map.of(SizeClass.LARGE, Map.of(Clock.COMMAND, regret, Clock.DURABLE, regret)),
            plain.facts(),
            plain.noise());

    assertThat(why(plain))
        .isEqualTo(
            "tuned for ext4@other -> ext4@other; regret to expect: unknown, measured there only");
    assertThat(why(generated))
        .isEqualTo(
            "tuned for ext4@other -> ext4@other; regret to expect: at most 2.2 %, as in 2 runs");
  }

  private static String why(Profile profile) {
    return match(COPY, index(StoreOrigin.USER, profile)).chain().getFirst().why();
  }

  private static List<String> levels(ProfileMatch match) {
    return match.chain().stream()
        .map(step -> (step.taken() ? "taken " : "") + step.profile() + ": " + step.level())
        .toList();
  }

  private static @Nullable String taken(ProfileIndex... indexes) {
    return match(COPY, indexes).profile();
  }

  private static ProfileMatch match(ProfileKey copy, ProfileIndex... indexes) {
    return new ProfileMatcher(List.of(indexes)).match(new CopySite(copy, FillLevel.UNKNOWN, NOW));
  }

  /** The index as the store reads it back from its file. */
  private static ProfileIndex index(StoreOrigin origin, Profile... profiles) {
    return new ProfileIndex(
        origin,
        Arrays.stream(profiles)
            .flatMap(profile -> profile.indexed().stream())
            .map(plan -> IndexedPlan.parse(plan.toLine()))
            .toList(),
        List.of());
  }

  private static ProfileKey key(String source, String destination, StackTraits traits) {
    return new ProfileKey(source, destination, null, traits, traits, "6.1", "32GiB");
  }

  private static StackTraits with(String fileSystem, String model) {
    return new StackTraits(fileSystem, "none", model, "nvme", "4B2Q", "");
  }

  private static Profile profile(ProfileKey key, int minute, int splitDepth) {
    assertThat(Profiles.plan(splitDepth)).isNotEqualTo(CopyPlan.SEQUENTIAL);
    return Profiles.of(key, Profiles.TIME.plusSeconds(60L * minute), Verdict.TUNED, splitDepth);
  }
}
