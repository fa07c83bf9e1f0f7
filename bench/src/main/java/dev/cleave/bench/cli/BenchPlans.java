package dev.cleave.bench.cli;

import dev.cleave.bench.contender.EngineEntrant;
import dev.cleave.bench.contender.Entrant;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.contender.Missing;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.profile.CopySite;
import dev.cleave.tuner.profile.MatchedPlan;
import dev.cleave.tuner.profile.ProfileIndex;
import dev.cleave.tuner.profile.ProfileMatcher;
import dev.cleave.tuner.profile.StoreOrigin;
import dev.cleave.tuner.search.DefaultPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The engine's own contenders: by the profile that {@code copy} would find for the two directories,
 * by the default that it would have without a tuned one, and sequential. Those that come to the
 * same plan run once.
 *
 * @param without which of them don't take part, and why
 */
record BenchPlans(List<Entrant> entrants, List<Missing> without) {
  /**
   * @param sizeClass of the file that is copied
   */
  static BenchPlans of(Path source, Path destination, SizeClass sizeClass, Console console)
      throws IOException {
    List<Entrant> entrants = new ArrayList<>();
    List<Missing> without = new ArrayList<>();
    String version = "Cleave " + Version.current();
    MatchedPlan tuned =
        PlanChoice.match(source, destination, console).plan(sizeClass, Clock.COMMAND);
    if (tuned.profile() == null) {
      without.add(
          new Missing(EngineEntrant.PROFILE, tuned.why() + "; 'cleave tune' of the two makes one"));
    } else {
      entrants.add(EngineEntrant.byProfile(tuned.plan(), version, homes(console)));
    }
    CopyPlan otherwise = shipped(source, destination, sizeClass, console);
    entrants.add(EngineEntrant.byPlan(EngineEntrant.DEFAULT, otherwise, version));
    CopyPlan sequential = DefaultPlan.sequential(Runtime.getRuntime().availableProcessors());
    if (otherwise.equals(sequential)) {
      without.add(new Missing(EngineEntrant.SEQUENTIAL, "it is the default here"));
    } else {
      entrants.add(EngineEntrant.byPlan(EngineEntrant.SEQUENTIAL, sequential, version));
    }
    return new BenchPlans(entrants, without);
  }

  /** What copies without a tuned profile: the shipped default of the device class, if any. */
  private static CopyPlan shipped(
      Path source, Path destination, SizeClass sizeClass, Console console) {
    Path directory = Homes.of(console).profiles(StoreOrigin.SHIPPED);
    if (directory != null) {
      ProfileIndex index = ProfileIndex.read(directory, StoreOrigin.SHIPPED);
      CopySite site =
          CopySite.of(
              source, destination, console.kernelRelease(), System.currentTimeMillis() / 1000);
      MatchedPlan found =
          new ProfileMatcher(List.of(index)).match(site).plan(sizeClass, Clock.COMMAND);
      if (found.profile() != null) {
        return found.plan();
      }
    }
    return DefaultPlan.sequential(Runtime.getRuntime().availableProcessors());
  }

  /** So that the process finds the profiles which this one found. */
  private static Map<String, String> homes(Console console) {
    Path profiles = Homes.of(console).profiles();
    return Map.of("XDG_CONFIG_HOME", profiles.resolve("../..").normalize().toString());
  }
}
