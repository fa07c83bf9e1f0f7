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
  private static final long SECONDS_OF_A_DAY = 24L * 60 * 60;

  private static final long SECONDS_OF_A_YEAR = 365 * SECONDS_OF_A_DAY;

  /** So many points of 100 a file system may become fuller or emptier. */
  private static final int FILL_POINTS = 20;

  /** Judges a plan for use on a level that it fits on. */
  static Staleness of(IndexedPlan plan, CopySite now, MatchLevel level) {
    List<String> changes = new ArrayList<>();
    ProfileKey tuned = plan.key();
    ProfileKey asked = now.key();
    addDateAhead(plan, now, level, changes);
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

  /**
   * A profile from the future would go before each one that is tuned from now on. What was shipped
   * is left alone: there a date ahead means that this machine's clock isn't set.
   */
  private static void addDateAhead(
      IndexedPlan plan, CopySite now, MatchLevel level, List<String> changes) {
    if (level != MatchLevel.SHIPPED_DEFAULT
        && plan.createdEpochSecond() - now.epochSecond() > SECONDS_OF_A_DAY) {
      changes.add("its date lies ahead of this machine's clock");
    }
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
    boolean all = level.isOfTheModel();
    addChange(
        "the source's mount options", options(source, all), options(askedSource, all), changes);
    addChange(
        "the destination's mount options",
        options(destination, all),
        options(askedDestination, all),
        changes);
    if (level.isOfTheModel()) {
      addChange("the source's members", source.members(), askedSource.members(), changes);
      addChange(
          "the destination's members", destination.members(), askedDestination.members(), changes);
    }
  }

  /** A class has several file systems, and of each the kernel shows options that no other has. */
  private static String options(StackTraits traits, boolean all) {
    return all ? traits.mountOptions() : traits.commonOptions();
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
      changes.add(what + " changed from " + before + " to " + after);
    }
  }

  private static void addFill(IndexedPlan plan, CopySite now, List<String> changes) {
    int before = plan.fillPercent();
    int after = now.fillPercent();
    if (before != FillLevel.UNKNOWN
        && after != FillLevel.UNKNOWN
        && Math.abs(after - before) > FILL_POINTS) {
      changes.add("the destination was " + before + " % full and is now " + after + " %");
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
