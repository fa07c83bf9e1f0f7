package dev.cleave.tuner.profile;

import dev.cleave.tuner.file.AtomicFile;
import dev.cleave.tuner.search.Verdict;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A directory of profiles: {@code <id>.json} each, and beside them the flat index that copies read.
 *
 * <p>Every profile saved stays until it is removed, so a tune can be taken back. Which one counts
 * is decided when matching, for each size class and clock: the newest one for the key that says
 * TUNED or KEEP_DEFAULT. An INCONCLUSIVE one never takes the place of such a one, see {@link
 * ProfileMatcher}. A profile that is INVALID as a whole is not saved.
 *
 * <p>The index follows from the JSON alone and is written anew with each change, under a lock, so
 * that of two writers none loses the other's.
 */
public final class ProfileStore {
  private static final String ENDING = ".json";
  private static final String LOCK_NAME = ".lock";

  private static final Comparator<Profile> NEWEST_FIRST =
      Comparator.comparing(Profile::created).reversed().thenComparing(Profile::id);

  private final Path directory;

  public ProfileStore(Path directory) {
    this.directory = directory;
  }

  /**
   * What the store holds.
   *
   * @param profiles the newest first
   * @param warnings files that were skipped and why
   */
  public record Listing(List<Profile> profiles, List<String> warnings) {
    public Listing {
      profiles = List.copyOf(profiles);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Saves a profile; it is on the device when this returns.
   *
   * @return the file. It has another name than the profile's id, and so has the profile in it,
   *     where that id is taken: a second one within a minute ends in {@code -2}
   * @throws IllegalArgumentException if the profile's verdict is INVALID
   */
  public Path save(Profile profile) throws IOException {
    if (profile.verdict() == Verdict.INVALID) {
      throw new IllegalArgumentException("an invalid profile is never saved: " + profile.id());
    }
    createDirectory();
    return locked(
        () -> {
          Profile named = profile.withId(freeId(profile.id()));
          Path file = file(named.id());
          AtomicFile.publish(file, ProfileJson.written(named));
          writeIndex();
          return file;
        });
  }

  /**
   * The profile of that id.
   *
   * @throws NoSuchFileException if there is none
   * @throws BadProfileException if its file is broken, out of range or from a newer Cleave
   */
  public Profile load(String id) throws IOException {
    if (!ProfileId.isValid(id)) {
      throw new BadProfileException(directory, "can't hold a profile named '" + id + "'", null);
    }
    return ProfileJson.read(file(id));
  }

  /** All profiles that can be read; empty if there is no such directory. */
  public Listing list() throws IOException {
    List<Profile> profiles = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (Path file : files()) {
      try {
        profiles.add(ProfileJson.read(file));
      } catch (BadProfileException e) {
        warnings.add(String.valueOf(e.getMessage()));
      } catch (IOException e) {
        warnings.add(file + ": can't be read: " + e);
      }
    }
    profiles.sort(NEWEST_FIRST);
    return new Listing(profiles, warnings);
  }

  /**
   * Removes a profile, broken or not.
   *
   * @throws NoSuchFileException if there is none
   */
  public void remove(String id) throws IOException {
    if (!ProfileId.isValid(id) || !isTaken(id)) {
      throw new NoSuchFileException(directory + "/" + id + ENDING);
    }
    locked(
        () -> {
          Files.delete(file(id));
          writeIndex();
          return file(id);
        });
  }

  private Path file(String id) {
    return directory.resolve(id + ENDING);
  }

  private String freeId(String id) {
    String free = id;
    for (int number = 2; isTaken(free); number++) {
      free = id + "-" + number;
    }
    return free;
  }

  /** A link that leads nowhere takes its name too. */
  private boolean isTaken(String id) {
    return Files.exists(file(id), LinkOption.NOFOLLOW_LINKS);
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (name.endsWith(ENDING) && !name.startsWith(".")) {
          files.add(entry);
        }
      }
    } catch (NoSuchFileException e) {
      return List.of();
    }
    files.sort(Comparator.naturalOrder());
    return files;
  }

  private void writeIndex() throws IOException {
    AtomicFile.publish(
        directory.resolve(ProfileIndex.FILE_NAME), ProfileIndex.written(list().profiles()));
  }

  private void createDirectory() throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory);
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** What is done while no other writer changes the store. */
  private interface Change {
    Path make() throws IOException;
  }

  /**
   * File locks belong to the whole JVM (FileLock's documentation): threads need one of their own.
   */
  private Path locked(Change change) throws IOException {
    synchronized (ProfileStore.class) {
      try (FileChannel channel =
              FileChannel.open(
                  directory.resolve(LOCK_NAME),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        return change.make();
      }
    }
  }
}
