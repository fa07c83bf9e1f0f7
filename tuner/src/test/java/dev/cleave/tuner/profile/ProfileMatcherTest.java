package dev.cleave.tuner.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.search.Recommendation;
import dev.cleave.tuner.search.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileMatcherTest {
  private static final long NOW = Profiles.TIME.getEpochSecond() + 60;
  private static final Instant EARLIER = Profiles.TIME.minusSeconds(3600);

  @Test
  void takesTheProfileOfTheSameDevicePair() {
    Profile other = Profiles.of(Profiles.DISK_TO_OTHER, Profiles.TIME, Verdict.TUNED, 2);
    Profile same = Profiles.of(Profiles.DISK, Profiles.TIME, Verdict.TUNED, 3);

    ProfileMatch match = match(index(other, same));

    assertThat(match.profile()).isEqualTo(same.id());
    assertThat(match.plan(SizeClass.LARGE, Clock.COMMAND).plan()).isEqualTo(Profiles.plan(3));
    assertThat(match.plan(SizeClass.LARGE, Clock.COMMAND).profile()).isEqualTo(same.id());
    assertThat(match.chain())
        .containsExactly(
            new MatchStep(
                other.id(),
                MatchLevel.SAME_CLASSES,
                false,
                "tuned for ext4@vda -> xfs@sdb, not ext4@vda -> ext4@vda"),
            new MatchStep(
                same.id(), MatchLevel.SAME_DEVICES, true, "tuned for ext4@vda -> ext4@vda"),
            new MatchStep(
                null,
                MatchLevel.SEQUENTIAL_DEFAULT,
                true,
                "assumed: no profile for ext4@vda -> ext4@vda has a plan for all files of class small,"
                    + " medium"));
  }

  @Test
  void isSequentialWithoutAnyProfile() {
    ProfileMatch match = match();

    assertThat(match.profile()).isNull();
    for (SizeClass sizeClass : SizeClass.values()) {
      for (Clock clock : Clock.values()) {
        assertThat(match.plan(sizeClass, clock))
            .isEqualTo(
                new MatchedPlan(
                    CopyPlan.SEQUENTIAL,
                    null,
                    "sequential default, assumed: no profile for ext4@vda -> ext4@vda"));
      }
    }
    assertThat(match.chain()).singleElement().extracting(MatchStep::taken).isEqualTo(true);
  }

  @Test
  void isNotFittingTheOtherWayRound() {
    Profile there = Profiles.of(Profiles.DISK_TO_OTHER, Profiles.TIME, Verdict.TUNED, 2);

    ProfileMatch match =
        new ProfileMatcher(List.of(index(there))).match(site("xfs@sdb", "ext4@vda"));

    assertThat(match.profile()).isNull();
  }

  @Test
  void takesTheNewerOfTwo() {
    Profile older = Profiles.of(Profiles.DISK, EARLIER, Verdict.TUNED, 2);
    Profile newer = Profiles.of(Profiles.DISK, Profiles.TIME, Verdict.KEEP_DEFAULT, 0);

    ProfileMatch match = match(index(newer, older));

    assertThat(match.profile()).isEqualTo(newer.id());
    assertThat(match.chain().get(1))
        .isEqualTo(
            new MatchStep(
                older.id(),
                MatchLevel.SAME_DEVICES,
                false,
                "a nearer or newer profile goes before it"));
  }

  @Test
  void keepsWhatIsKnownWhenANewerOneIsInconclusive() {
    for (Verdict known : List.of(Verdict.TUNED, Verdict.KEEP_DEFAULT)) {
      Profile older = Profiles.of(Profiles.DISK, EARLIER, known, 2);
      Profile newer = Profiles.of(Profiles.DISK, Profiles.TIME, Verdict.INCONCLUSIVE, 0);

      ProfileMatch match = match(index(newer, older));

      assertThat(match.profile()).isEqualTo(older.id());
      assertThat(match.chain().getFirst())
          .isEqualTo(
              new MatchStep(newer.id(), MatchLevel.SAME_DEVICES, false, "it is INCONCLUSIVE"));
    }
  }

  @Test
  void decidesEachClockByItself() {
    Profile older = Profiles.of(Profiles.DISK, EARLIER, Verdict.TUNED, 2);
    Profile newer =
        Profiles.with(
            Profiles.DISK,
            Profiles.TIME,
            Map.of(
                SizeClass.LARGE,
                Map.of(
                    Clock.COMMAND, Profiles.found(Verdict.TUNED, 4),
                    Clock.DURABLE, Profiles.found(Verdict.INCONCLUSIVE, 0))));

    ProfileMatch match = match(index(newer, older));

    assertThat(match.profile()).isEqualTo(newer.id());
    assertThat(match.plan(SizeClass.LARGE, Clock.COMMAND).plan()).isEqualTo(Profiles.plan(4));
    assertThat(match.plan(SizeClass.LARGE, Clock.DURABLE).plan()).isEqualTo(Profiles.plan(2));
  }

  @Test
  void namesAnInconclusiveProfileWhereNothingBetterIsKnown() {
    Profile only = Profiles.of(Profiles.DISK, Profiles.TIME, Verdict.INCONCLUSIVE, 0);

    MatchedPlan plan = match(index(only)).plan(SizeClass.LARGE, Clock.COMMAND);

    assertThat(plan.profile()).isEqualTo(only.id());
    assertThat(plan.why())
        .isEqualTo("profile ext4-vda-20261122T2150: INCONCLUSIVE, same device pair");
  }

  @Test
  void neverUsesAnInvalidPlan() {
    Profile half =
        Profiles.with(
            Profiles.DISK,
            Profiles.TIME,
            Map.of(
                SizeClass.LARGE,
                Map.of(
                    Clock.COMMAND, Profiles.found(Verdict.TUNED, 4),
                    Clock.DURABLE, Profiles.found(Verdict.INVALID, 5))));

    ProfileMatch match = match(index(half));

    assertThat(match.plan(SizeClass.LARGE, Clock.DURABLE).plan()).isEqualTo(CopyPlan.SEQUENTIAL);
  }

  @Test
  void takesTheProfilesPlanForAWarmSourceOnlyWhereTheSourceIsWarm() {
    ProfileIndex index = index(withWarm(Verdict.TUNED));
    CopySite site = site("ext4@vda", "ext4@vda");

    MatchedPlan cold = match(index).plan(SizeClass.LARGE, Clock.COMMAND);
    MatchedPlan warm =
        new ProfileMatcher(List.of(index))
            .match(site, CacheState.WARM)
            .plan(SizeClass.LARGE, Clock.COMMAND);

    assertThat(cold.plan()).isEqualTo(Profiles.plan(4));
    assertThat(cold.why()).doesNotContain("warm");
    assertThat(warm.plan()).isEqualTo(Profiles.plan(1));
    assertThat(warm.why())
        .isEqualTo("profile ext4-vda-20261122T2150: TUNED, same device pair, for a warm source");
  }

  @Test
  void aWarmSourceGoesByThePlanForColdOnesWhereNothingWasFoundOut() {
    CopySite site = site("ext4@vda", "ext4@vda");
    for (Verdict verdict : List.of(Verdict.INCONCLUSIVE, Verdict.INVALID)) {
      ProfileMatch match =
          new ProfileMatcher(List.of(index(withWarm(verdict)))).match(site, CacheState.WARM);

      assertThat(match.plan(SizeClass.LARGE, Clock.COMMAND).plan()).isEqualTo(Profiles.plan(4));
    }
    ProfileMatch without =
        new ProfileMatcher(List.of(index(withWarm(Verdict.TUNED)))).match(site, CacheState.WARM);
    assertThat(without.plan(SizeClass.LARGE, Clock.DURABLE).plan()).isEqualTo(Profiles.plan(3));
  }

  @Test
  void aProfileForWarmSourcesAloneIsForThose() {
    Map<Clock, Recommendation> warm = Map.of(Clock.COMMAND, Profiles.found(Verdict.TUNED, 1));
    ProfileIndex index =
        index(Profiles.with(Profiles.DISK, Profiles.TIME, Map.of(), Map.of(SizeClass.LARGE, warm)));
    CopySite site = site("ext4@vda", "ext4@vda");

    ProfileMatch cold = match(index);
    ProfileMatch found = new ProfileMatcher(List.of(index)).match(site, CacheState.WARM);

    assertThat(cold.profile()).isNull();
    assertThat(cold.chain().getFirst().why())
        .isEqualTo("its plans are for sources in the page cache");
    assertThat(found.profile()).isEqualTo("ext4-vda-20261122T2150");
    assertThat(found.plan(SizeClass.LARGE, Clock.COMMAND).plan()).isEqualTo(Profiles.plan(1));
    assertThat(found.plan(SizeClass.LARGE, Clock.DURABLE).profile()).isNull();
  }

  /** Splits 4 and 3 times under the two clocks; a warm source once, of which one clock is known. */
  private static Profile withWarm(Verdict verdict) {
    return Profiles.with(
        Profiles.DISK,
        Profiles.TIME,
        Map.of(
            SizeClass.LARGE,
            Map.of(
                Clock.COMMAND, Profiles.found(Verdict.TUNED, 4),
                Clock.DURABLE, Profiles.found(Verdict.TUNED, 3))),
        Map.of(SizeClass.LARGE, Map.of(Clock.COMMAND, Profiles.found(verdict, 1))));
  }

  @Test
  void takesTheNearerIndexFirst() {
    Profile user = Profiles.of(Profiles.DISK, EARLIER, Verdict.TUNED, 2);
    Profile site = Profiles.of(Profiles.DISK, Profiles.TIME, Verdict.TUNED, 3);

    assertThat(match(index(user), index(site)).profile()).isEqualTo(user.id());
  }

  @Test
  void handsOnTheWarningsOfEveryIndex() {
    ProfileMatch match =
        match(
            new ProfileIndex(StoreOrigin.USER, List.of(), List.of("user")),
            new ProfileIndex(StoreOrigin.USER, List.of(), List.of("site")));

    assertThat(match.warnings()).containsExactly("user", "site");
  }

  private static ProfileMatch match(ProfileIndex... indexes) {
    return new ProfileMatcher(List.of(indexes)).match(site("ext4@vda", "ext4@vda"));
  }

  private static CopySite site(String source, String destination) {
    return new CopySite(ProfileKey.of(source, destination), FillLevel.UNKNOWN, NOW);
  }

  /** As the store writes it: the caller gives the newest first. */
  private static ProfileIndex index(Profile... profiles) {
    List<IndexedPlan> plans = new ArrayList<>();
    for (Profile profile : profiles) {
      plans.addAll(profile.indexed());
    }
    return new ProfileIndex(StoreOrigin.USER, plans, List.of());
  }
}
