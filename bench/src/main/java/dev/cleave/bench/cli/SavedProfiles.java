package dev.cleave.bench.cli;

import dev.cleave.tuner.profile.ProfileDocument;
import dev.cleave.tuner.profile.ProfileStore;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** The profiles of all stores, by name. */
final class SavedProfiles {
  private SavedProfiles() {}

  /**
   * The nearest of that name.
   *
   * @throws CommandException if there is none
   * @throws IOException if it can't be read or used
   */
  static ProfileDocument named(String name, Console console) throws CommandException, IOException {
    for (ProfileStore store : Homes.of(console).stores()) {
      try {
        return store.load(name);
      } catch (NoSuchFileException e) {
        // then in the next one
      }
    }
    throw missing(name);
  }

  static CommandException missing(String name) {
    return CommandException.failed("no profile named '" + name + "'; see 'cleave profile list'");
  }
}
