package dev.cleave.tuner.profile;

import dev.cleave.tuner.file.AtomicFile;
import dev.cleave.tuner.search.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
  private final Path directory;
  private final StoreOrigin origin;

  public ProfileStore(Path directory, StoreOrigin origin) {
    this.directory = directory;
    this.origin = origin;
  }

  /** The user's own. */
  public ProfileStore(Path directory) {
    this(directory, StoreOrigin.USER);
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
    return save(ProfileDocument.of(profile));
  }

  /** The same of a profile that was read, with all that its file said. */
  public Path save(ProfileDocument document) throws IOException {
    String id = document.profile().id();
    if (document.profile().verdict() == Verdict.INVALID) {
      throw new IllegalArgumentException("an invalid profile is never saved: " + id);
    }
    createDirectory();
    return StoreLock.locked(
        directory,
        () -> {
          ProfileDocument named = document.withId(freeId(id));
          Path file = file(named.profile().id());
          AtomicFile.publish(file, named.json().getBytes(StandardCharsets.UTF_8));
          writeIndex();
          return file;
        });
  }

  /**
   * The profile of that id.
   *
   * @throws NoSuchFileException if there is none
   * @throws BadProfileException if its file is broken, out of range, from a newer Cleave or not to
   *     be trusted
   */
  public ProfileDocument load(String id) throws IOException {
    if (!ProfileId.isValid(id)) {
      throw new BadProfileException(directory, "can't hold a profile named '" + id + "'", null);
    }
    try {
      return StoreContent.read(file(id), origin);
    } catch (NoSuchFileException e) {
      if (isTaken(id)) {
        throw new BadProfileException(file(id), StoreContent.DANGLING, e);
      }
      throw e;
    }
  }

  public StoreOrigin origin() {
    return origin;
  }

  /** All profiles that can be used; empty if there is no such directory. */
  public Listing list() {
    return listing(StoreContent.of(directory, origin));
  }

  /** The same, with the index brought up to date where the directory is ours. */
  public Listing refresh() throws IOException {
    return listing(refreshed());
  }

  private Listing listing(StoreContent content) {
    return new Listing(
        content.newestFirst().stream().map(ProfileDocument::profile).toList(),
        ProfileIndex.of(directory, origin, content).warnings());
  }

  /**
   * Removes a profile, broken or not.
   *
   * @throws NoSuchFileException if there is none
   */
  public void remove(String id) throws IOException {
    if (!ProfileId.isValid(id) || !isTaken(id)) {
      throw new NoSuchFileException(directory + "/" + id + StoreEntry.ENDING);
    }
    StoreLock.locked(
        directory,
        () -> {
          Files.delete(file(id));
          writeIndex();
          return file(id);
        });
  }

  /**
   * The index as it ought to be, by the JSON files themselves; and written, where it can be. A copy
   * asks for it: it waits for no other writer, and goes on if the device is full.
   */
  ProfileIndex indexed() {
    boolean written = isOurs() && tryToWriteIndex();
    ProfileIndex index = ProfileIndex.of(directory, origin, StoreContent.of(directory, origin));
    return written ? index : index.outOfDate(directory);
  }

  /** False if it can't be written; true as well if another writer is at it. */
  private boolean tryToWriteIndex() {
    try {
      StoreLock.ifFree(
          directory,
          () -> {
            writeIndex();
            return directory;
          });
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private StoreContent refreshed() throws IOException {
    if (isOurs()) {
      StoreLock.locked(
          directory,
          () -> {
            writeIndex();
            return directory;
          });
    }
    return StoreContent.of(directory, origin);
  }

  private boolean isOurs() {
    FileStatus status = FileStatus.of(directory);
    return status != null && status.user() == FileStatus.ownUser() && Files.isWritable(directory);
  }

  private Path file(String id) {
    return directory.resolve(id + StoreEntry.ENDING);
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

  private void writeIndex() throws IOException {
    AtomicFile.publish(
        directory.resolve(ProfileIndex.FILE_NAME),
        ProfileIndex.written(StoreContent.of(directory, origin)));
  }

  private void createDirectory() throws IOException {
    create(directory);
  }

  /** For all to read, whatever the umask. */
  static void create(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileSystemException(directory.toString(), null, "is no directory");
      }
      Files.createDirectories(directory);
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
