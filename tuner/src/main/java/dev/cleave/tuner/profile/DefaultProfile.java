package dev.cleave.tuner.profile;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.device.DeviceClass;
import dev.cleave.tuner.device.StackTraits;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.run.TuneRun;
import dev.cleave.tuner.search.Recommendation;
import dev.cleave.tuner.search.Verdict;
import dev.cleave.tuner.stats.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A profile for a whole class of devices, made of runs on several of them: for each size class and
 * clock the plan whose worst regret over the runs is the smallest (minimax regret, Savage, JASA 46,
 * 1951), so that no machine of the class is far from its best.
 *
 * @param tables what each plan lost in each run
 */
public record DefaultProfile(Profile profile, List<RegretTable> tables) {
  public DefaultProfile {
    tables = List.copyOf(tables);
  }

  /**
   * The profile that follows from one run or more.
   *
   * @throws IllegalArgumentException if they are of different classes, or have no plan in common
   */
  public static DefaultProfile of(List<TuneRun> runs) {
    ProfileKey key = key(runs);
    List<RegretTable> tables = tables(runs);
    if (tables.isEmpty()) {
      throw new IllegalArgumentException("no plan was measured in all of these runs");
    }
    CopyPlan baseline = baseline(runs);
    Instant newest = runs.stream().map(TuneRun::started).max(Instant::compareTo).orElseThrow();
    var classes = new EnumMap<SizeClass, Map<Clock, Recommendation>>(SizeClass.class);
    var regrets = new EnumMap<SizeClass, Map<Clock, WorstRegret>>(SizeClass.class);
    for (RegretTable table : tables) {
      RegretTable.Row best = table.rows().getFirst();
      classes
          .computeIfAbsent(table.sizeClass(), _ -> new EnumMap<>(Clock.class))
          .put(table.clock(), recommended(best, baseline));
      regrets
          .computeIfAbsent(table.sizeClass(), _ -> new EnumMap<>(Clock.class))
          .put(table.clock(), best.regret());
    }
    Profile profile =
        new Profile(
            Profile.SCHEMA,
            ProfileId.of(key, newest),
            key,
            newest,
            runs.stream().map(TuneRun::id).collect(Collectors.joining(",")),
            baseline,
            classes,
            Map.of(),
            regrets,
            facts(runs),
            runs.stream().mapToDouble(TuneRun::noise).max().orElseThrow());
    return new DefaultProfile(profile, tables);
  }

  /** What the runs have in common; kernel, memory and make of one of them say nothing here. */
  private static ProfileKey key(List<TuneRun> runs) {
    List<ProfileKey> keys = new ArrayList<>();
    for (TuneRun run : runs) {
      keys.add(ProfileKey.of(run.source(), run.destination(), "", 0));
    }
    String source = common("source", keys.stream().map(ProfileKey::sourceTraits).toList());
    String destination =
        common("destination", keys.stream().map(ProfileKey::destinationTraits).toList());
    List<Relation> relations = keys.stream().map(ProfileKey::relation).distinct().toList();
    if (relations.size() > 1) {
      throw new IllegalArgumentException(
          "some runs are of one device and others of two: make a profile of each");
    }
    return new ProfileKey(
        source,
        destination,
        relations.getFirst(),
        classOnly(source, keys.stream().map(key -> key.sourceTraits().mountOptions()).toList()),
        classOnly(
            destination, keys.stream().map(key -> key.destinationTraits().mountOptions()).toList()),
        "",
        "");
  }

  private static String common(String what, List<StackTraits> all) {
    List<String> classes = all.stream().map(StackTraits::deviceClass).distinct().toList();
    if (classes.size() != 1 || classes.getFirst().isEmpty()) {
      throw new IllegalArgumentException(
          classes.contains("")
              ? "the " + what + "s must be of a class that is known"
              : "the " + what + "s are of several classes, make a profile of each: " + classes);
    }
    return classes.getFirst();
  }

  private static StackTraits classOnly(String deviceClass, List<String> mountOptions) {
    boolean agree = mountOptions.stream().distinct().count() == 1;
    return new StackTraits("", agree ? mountOptions.getFirst() : "", "", deviceClass, "", "");
  }

  private static CopyPlan baseline(List<TuneRun> runs) {
    List<CopyPlan> baselines = runs.stream().map(Profile::baseline).distinct().toList();
    if (baselines.size() > 1) {
      throw new IllegalArgumentException("the runs compare with different defaults: " + baselines);
    }
    return baselines.getFirst();
  }

  private static List<RegretTable> tables(List<TuneRun> runs) {
    List<RegretTable> tables = new ArrayList<>();
    for (SizeClass sizeClass : SizeClass.values()) {
      for (Clock clock : Clock.values()) {
        Map<String, PlanGains> measured = new LinkedHashMap<>();
        for (TuneRun run : runs) {
          PlanGains gains = PlanGains.of(run, sizeClass, clock);
          if (!gains.isEmpty() && measured.put(run.id(), gains) != null) {
            throw new IllegalArgumentException("run " + run.id() + " is given twice");
          }
        }
        RegretTable table = measured.isEmpty() ? null : RegretTable.of(sizeClass, clock, measured);
        if (table != null && !table.rows().isEmpty()) {
          tables.add(table);
        }
      }
    }
    return tables;
  }

  private static Recommendation recommended(RegretTable.Row best, CopyPlan baseline) {
    boolean keeps = best.plan().equals(baseline);
    return new Recommendation(
        keeps ? Verdict.KEEP_DEFAULT : Verdict.TUNED,
        best.plan(),
        keeps ? new Interval(1, 1, 1) : gain(best.gains().values()),
        best.samples(),
        String.format(
            Locale.ROOT,
            "smallest worst regret over %d runs, %.1f %%; the interval is from the least to the"
                + " greatest gain of a run",
            best.gains().size(),
            100 * best.regret().worst()));
  }

  private static Interval gain(Collection<Double> gains) {
    double logs = 0;
    double least = Double.POSITIVE_INFINITY;
    double greatest = 0;
    for (double gain : gains) {
      logs += Math.log(gain);
      least = Math.min(least, gain);
      greatest = Math.max(greatest, gain);
    }
    return new Interval(Math.exp(logs / gains.size()), least, greatest);
  }

  private static ProfileFacts facts(List<TuneRun> runs) {
    TreeSet<String> kernels = new TreeSet<>();
    TreeSet<String> versions = new TreeSet<>();
    TreeSet<String> sources = new TreeSet<>();
    TreeSet<String> destinations = new TreeSet<>();
    for (TuneRun run : runs) {
      kernels.add(run.environment().kernel());
      versions.add(run.environment().version());
      sources.add(run.source().fileSystem());
      destinations.add(run.destination().fileSystem());
    }
    DeviceClass source = runs.getFirst().source().deviceClass();
    DeviceClass destination = runs.getFirst().destination().deviceClass();
    return new ProfileFacts(
        String.join(",", kernels),
        String.join(",", versions),
        new ProfileFacts.Stack(String.join(",", sources), source),
        new ProfileFacts.Stack(String.join(",", destinations), destination),
        null);
  }
}
