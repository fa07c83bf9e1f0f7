package dev.cleave.tuner.profile;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.device.DeviceClass;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.search.Recommendation;
import dev.cleave.tuner.search.Verdict;
import dev.cleave.tuner.stats.Interval;
import java.time.Instant;
import java.util.Map;

/** Profiles to test with. */
final class Profiles {
  static final ProfileKey DISK = ProfileKey.of("ext4@vda", "ext4@vda");
  static final ProfileKey DISK_TO_OTHER = ProfileKey.of("ext4@vda", "xfs@sdb");
  static final Instant TIME = Instant.parse("2026-11-22T21:50:12Z");

  private Profiles() {}

  /** Splits more at each number, so that it can be told which profile a plan comes from. */
  static CopyPlan plan(int splitDepth) {
    return CopyPlan.SEQUENTIAL.withSplitDepth(splitDepth).withChunkBytes(4 * ByteSize.MIB);
  }

  static Recommendation found(Verdict verdict, int splitDepth) {
    return new Recommendation(
        verdict, plan(splitDepth), new Interval(1.25, 1.2, 1.3), 12, "12 samples say so");
  }

  /** One that says the same of large files under both clocks. */
  static Profile of(ProfileKey key, Instant created, Verdict verdict, int splitDepth) {
    Recommendation found = found(verdict, splitDepth);
    return with(
        key, created, Map.of(SizeClass.LARGE, Map.of(Clock.COMMAND, found, Clock.DURABLE, found)));
  }

  static Profile with(
      ProfileKey key, Instant created, Map<SizeClass, Map<Clock, Recommendation>> classes) {
    return with(key, created, classes, Map.of());
  }

  /** One that says something of warm sources too. */
  static Profile with(
      ProfileKey key,
      Instant created,
      Map<SizeClass, Map<Clock, Recommendation>> classes,
      Map<SizeClass, Map<Clock, Recommendation>> warm) {
    ProfileFacts.Stack stack = new ProfileFacts.Stack("ext4", DeviceClass.VIRTUAL);
    return new Profile(
        Profile.SCHEMA,
        ProfileId.of(key, created),
        key,
        created,
        "20261122T214500-1",
        CopyPlan.SEQUENTIAL,
        classes,
        warm,
        Map.of(),
        new ProfileFacts("6.1.0-40-amd64", "0.1.0", stack, stack, null),
        0.04);
  }
}
