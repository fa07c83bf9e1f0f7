package dev.cleave.bench.cli;

import dev.cleave.tuner.profile.ProfileIndex;
import dev.cleave.tuner.profile.ProfileStore;
import dev.cleave.tuner.profile.StoreOrigin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where Cleave keeps things, by the XDG base directory specification.
 *
 * @param profiles the user's own
 * @param shippedProfiles those that came with the program; null if it isn't known where it lies
 */
record Homes(Path runs, Path profiles, @Nullable Path shippedProfiles) {
  private static final Path SITE_PROFILES = Path.of("/etc/cleave/profiles.d");

  static Homes of(Console console) {
    Map<String, String> environment = console.environment();
    Path runs = home(environment, "XDG_STATE_HOME", ".local/state").resolve("cleave/runs");
    Path profiles = home(environment, "XDG_CONFIG_HOME", ".config").resolve("cleave/profiles");
    Path prefix = console.prefix();
    return new Homes(
        runs, profiles, prefix == null ? null : prefix.resolve("share/cleave/profiles"));
  }

  /** The specification: an unset, empty or relative value counts as its default. */
  private static Path home(Map<String, String> environment, String variable, String otherwise) {
    String value = environment.getOrDefault(variable, "");
    return value.startsWith("/")
        ? Path.of(value)
        : Path.of(environment.getOrDefault("HOME", "/")).resolve(otherwise);
  }

  /** Where profiles of that origin lie; null if that isn't known. */
  @Nullable Path profiles(StoreOrigin origin) {
    return switch (origin) {
      case USER -> profiles;
      case SITE -> SITE_PROFILES;
      case SHIPPED -> shippedProfiles;
    };
  }

  /** What copies read of the stores, the nearest first. */
  List<ProfileIndex> indexes() {
    List<ProfileIndex> indexes = new ArrayList<>();
    for (StoreOrigin origin : StoreOrigin.values()) {
      Path directory = profiles(origin);
      if (directory != null) {
        indexes.add(ProfileIndex.read(directory, origin));
      }
    }
    return indexes;
  }

  /** The stores themselves, the nearest first. */
  List<ProfileStore> stores() {
    List<ProfileStore> stores = new ArrayList<>();
    for (StoreOrigin origin : StoreOrigin.values()) {
      Path directory = profiles(origin);
      if (directory != null) {
        stores.add(new ProfileStore(directory, origin));
      }
    }
    return stores;
  }
}
