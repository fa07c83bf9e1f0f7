package dev.cleave.tuner.profile;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All JSON files of a store, read.
 *
 * @param newestFirst the profiles that can be used
 * @param entries one for each file, by name, with what is wrong with it
 */
record StoreContent(List<ProfileDocument> newestFirst, List<StoreEntry> entries) {
  static final String DANGLING = "is a link that leads nowhere";

  private static final Comparator<ProfileDocument> NEWEST_FIRST =
      Comparator.comparing((ProfileDocument document) -> document.profile().created())
          .reversed()
          .thenComparing(document -> document.profile().id());

  StoreContent {
    newestFirst = List.copyOf(newestFirst);
    entries = List.copyOf(entries);
  }

  static StoreContent of(Path directory, StoreOrigin origin) {
    List<ProfileDocument> documents = new ArrayList<>();
    List<StoreEntry> entries = new ArrayList<>();
    for (String name : StoreEntry.names(directory)) {
      StoreEntry entry = StoreEntry.of(directory, name); // before its content is read
      try {
        documents.add(read(directory.resolve(name), origin));
      } catch (BadProfileException e) {
        entry = entry.withProblem(e.what());
      } catch (NoSuchFileException e) {
        entry = entry.withProblem(DANGLING);
      } catch (IOException e) {
        entry = entry.withProblem("can't be read: " + e);
      }
      entries.add(entry);
    }
    documents.sort(NEWEST_FIRST);
    return new StoreContent(documents, entries);
  }

  /**
   * Reads one file, if nobody but its owner and root can have written it.
   *
   * @throws BadProfileException if it can't be used
   */
  static ProfileDocument read(Path file, StoreOrigin origin) throws IOException {
    FileStatus status = FileStatus.of(file);
    if (origin != StoreOrigin.SHIPPED && status != null) {
      String distrust = status.distrust(FileStatus.ownUser());
      if (!distrust.isEmpty()) {
        throw new BadProfileException(file, distrust, null);
      }
    }
    return ProfileDocument.stored(file);
  }
}
