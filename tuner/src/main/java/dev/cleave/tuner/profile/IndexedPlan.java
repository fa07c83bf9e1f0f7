package dev.cleave.tuner.profile;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.tuner.device.StackTraits;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.search.Verdict;

/**
 * One line of the index: the plan of a profile for one size class and clock, with all of the
 * profile that matching looks at.
 *
 * @param profile the profile's id
 * @param createdEpochSecond when it was tuned
 * @param fillPercent how full the destination was then; {@link FillLevel#UNKNOWN} if unknown
 * @param worstRegret the plan's largest loss over several runs; NaN if there weren't several
 * @param regretRuns how many; 0 if there weren't several
 * @param cacheState of the sources that it is for
 */
public record IndexedPlan(
    String profile,
    ProfileKey key,
    SizeClass sizeClass,
    Clock clock,
    Verdict verdict,
    CopyPlan plan,
    long createdEpochSecond,
    int fillPercent,
    double worstRegret,
    int regretRuns,
    CacheState cacheState) {
  /** The columns, in the order of a line. */
  static final String COLUMNS =
      "id\tsource\tdestination\tsizeClass\tclock\tverdict\t"
          + "backend\tsplitDepth\tchunkBytes\tqueueDepth\tworkers\tpreallocate\t"
          + "created\tfillPercent\tworstRegret\tregretRuns\trelation\tkernel\tmemoryClass\t"
          + "sourceFileSystem\tsourceMountOptions\tsourceModel\tsourceClass\tsourceFirmware\t"
          + "sourceMembers\tdestinationFileSystem\tdestinationMountOptions\tdestinationModel\t"
          + "destinationClass\tdestinationFirmware\tdestinationMembers\tcacheState";

  String toLine() {
    IndexLine.Writer line =
        new IndexLine.Writer()
            .add(profile)
            .add(key.source())
            .add(key.destination())
            .add(sizeClass)
            .add(clock)
            .add(verdict)
            .add(plan.backend())
            .add(plan.splitDepth())
            .add(plan.chunkBytes())
            .add(plan.queueDepth())
            .add(plan.workers())
            .add(plan.preallocate())
            .add(createdEpochSecond)
            .add(fillPercent)
            .add(worstRegret)
            .add(regretRuns)
            .add(key.relation())
            .add(key.kernel())
            .add(key.memoryClass());
    addTraits(line, key.sourceTraits());
    addTraits(line, key.destinationTraits());
    line.add(cacheState);
    return line.toString();
  }

  private static void addTraits(IndexLine.Writer line, StackTraits traits) {
    line.add(traits.fileSystem())
        .add(traits.mountOptions())
        .add(traits.model())
        .add(traits.deviceClass())
        .add(traits.firmware())
        .add(traits.members());
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is none, or its plan is out of range
   */
  static IndexedPlan parse(String text) {
    IndexLine line = new IndexLine(text);
    String profile = line.next();
    if (!ProfileId.isValid(profile)) {
      throw new IllegalArgumentException("no name of a profile: '" + profile + "'");
    }
    String source = line.next();
    String destination = line.next();
    SizeClass sizeClass = line.next(SizeClass.values());
    Clock clock = line.next(Clock.values());
    Verdict verdict = line.next(Verdict.values());
    CopyPlan plan =
        new CopyPlan(
            line.next(BackendKind.values()),
            line.nextInt(),
            line.nextNumber(),
            line.nextInt(),
            line.nextInt(),
            line.nextTruth());
    long created = line.nextNumber();
    int fillPercent = line.nextInt();
    double worstRegret = Double.parseDouble(line.next());
    int regretRuns = line.nextInt();
    ProfileKey key =
        new ProfileKey(
            source,
            destination,
            line.next(Relation.values()),
            null,
            null,
            line.next(),
            line.next());
    ProfileKey whole = key.with(traits(line), traits(line));
    return new IndexedPlan(
        profile,
        whole,
        sizeClass,
        clock,
        verdict,
        plan,
        created,
        fillPercent,
        worstRegret,
        regretRuns,
        line.next(CacheState.values()));
  }

  private static StackTraits traits(IndexLine line) {
    return new StackTraits(
        line.next(), line.next(), line.next(), line.next(), line.next(), line.next());
  }
}
