package dev.cleave.bench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where Cleave keeps things, by the XDG base directory specification. */
record Homes(Path runs, Path profiles, List<Path> profilesNearestFirst) {
  private static final Path SITE_PROFILES = Path.of("/etc/cleave/profiles.d");

  static Homes of(Map<String, String> environment) {
    Path runs = home(environment, "XDG_STATE_HOME", ".local/state").resolve("cleave/runs");
    Path profiles = home(environment, "XDG_CONFIG_HOME", ".config").resolve("cleave/profiles");
    return new Homes(runs, profiles, List.of(profiles, SITE_PROFILES));
  }

  /** The specification: an unset, empty or relative value counts as its default. */
  private static Path home(Map<String, String> environment, String variable, String otherwise) {
    String value = environment.getOrDefault(variable, "");
    return value.startsWith("/")
        ? Path.of(value)
        : Path.of(environment.getOrDefault("HOME", "/")).resolve(otherwise);
  }
}
