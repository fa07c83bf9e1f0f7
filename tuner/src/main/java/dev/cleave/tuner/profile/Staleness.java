package dev.cleave.tuner.profile;

import dev.cleave.tuner.device.StackTraits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has changed since a profile was tuned. The rule is the package's: see there.
 *
 * @param excludes whether the profile isn't used at all
 * @param changes one phrase for people each; empty if nothing has changed
 */
record Staleness(boolean excludes, List<String> changes) {
  private static final long SECONDS_OF_A_YEAR = 365L * 24 * 60 * 60;

  /** So many points of 100 a file system may become fuller or emptier. */
  private static final int FILL_POINTS = 20;

  /** Judges a plan for use on a level that it fits on. */
  static Staleness of(IndexedPlan plan, CopySite now, MatchLevel level) {
    List<String> changes = new ArrayList<>();
    ProfileKey tuned = plan.key();
    ProfileKey asked = now.key();
    addLayout(tuned, asked, level, changes);
    if (!changes.isEmpty()) {
      return new Staleness(true, changes);
    }
    if (level.isOfTheModel()) {
      addFirmware("the source's", tuned.sourceTraits(), asked.sourceTraits(), changes);
      addFirmware(
          "the destination's", tuned.destinationTraits(), asked.destinationTraits(), changes);
      addChange("the kernel", tuned.kernel(), asked.kernel(), changes);
      addChange("the memory", tuned.memoryClass(), asked.memoryClass(), changes);
      addAge(plan, now, changes);
    }
    if (!level.isBorrowed()) {
      addFill(plan, now, changes);
    }
    return new Staleness(false, changes);
  }

  /** What decides by itself how a device is written to: a plan for another one is no plan. */
  private static void addLayout(
      ProfileKey tuned, ProfileKey asked, MatchLevel level, List<String> changes) {
    if (level.isBorrowed() && isSameHardware(tuned, asked)) {
      addChange("the source", tuned.source(), asked.source(), changes);
      addChange("the destination", tuned.destination(), asked.destination(), changes);
    }
    StackTraits source = tuned.sourceTraits();
    StackTraits destination = tuned.destinationTraits();
    StackTraits askedSource = asked.sourceTraits();
    StackTraits askedDestination = asked.destinationTraits();
    addChange(
        "the source's mount options", source.mountOptions(), askedSource.mountOptions(), changes);
    addChange(
        "the destination's mount options",
        destination.mountOptions(),
        askedDestination.mountOptions(),
        changes);
    if (level.isOfTheModel()) {
      addChange("the source's members", source.members(), askedSource.members(), changes);
      addChange(
          "the destination's members", destination.members(), askedDestination.members(), changes);
    }
  }

  /** The same devices under another file system or other layers. */
  private static boolean isSameHardware(ProfileKey tuned, ProfileKey asked) {
    return Relation.devices(tuned.source()).equals(Relation.devices(asked.source()))
        && Relation.devices(tuned.destination()).equals(Relation.devices(asked.destination()));
  }

  private static void addFirmware(
      String whose, StackTraits before, StackTraits after, List<String> changes) {
    addChange(whose + " firmware", before.firmware(), after.firmware(), changes);
  }

  /** What isn't known on both sides can't be said to have changed. */
  private static void addChange(String what, String before, String after, List<String> changes) {
    if (!before.isEmpty() && !after.isEmpty() && !before.equals(after)) {
      changes.add(what + " was " + before + " and is " + after);
    }
  }

  private static void addFill(IndexedPlan plan, CopySite now, List<String> changes) {
    int before = plan.fillPercent();
    int after = now.fillPercent();
    if (before != FillLevel.UNKNOWN
        && after != FillLevel.UNKNOWN
        && Math.abs(after - before) > FILL_POINTS) {
      changes.add("the destination was " + before + " % full and is " + after + " %");
    }
  }

  private static void addAge(IndexedPlan plan, CopySite now, List<String> changes) {
    if (now.epochSecond() - plan.createdEpochSecond() > SECONDS_OF_A_YEAR) {
      changes.add("it is older than a year");
    }
  }

  /** For people, with what to do about it; null if nothing has changed. */
  @Nullable String advice() {
    if (changes.isEmpty()) {
      return null;
    }
    return (excludes ? "stale, not used: " : "stale: ")
        + String.join(", ", changes)
        + "; re-tune by 'cleave tune'";
  }
}
