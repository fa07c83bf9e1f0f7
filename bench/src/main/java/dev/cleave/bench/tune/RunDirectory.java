package dev.cleave.bench.tune;

import dev.cleave.bench.health.HealthRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a run is kept.
 *
 * @param id its name: {@code 20261122T221503Z}, with {@code -2} for a second one in that second
 */
public record RunDirectory(String id, Path path) {
  /** A name that no run has yet. */
  public static RunDirectory name(Path runs, Instant started) {
    String time =
        DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .format(started);
    String id = time;
    for (int number = 2; Files.exists(runs.resolve(id)); number++) {
      id = time + "-" + number;
    }
    return new RunDirectory(id, runs.resolve(id));
  }

  /**
   * A new one: that which was asked for, or one below {@code runs}.
   *
   * @throws RefusedException if what was asked for is there and isn't an empty directory
   */
  public static RunDirectory of(Path runs, @Nullable Path asked, Instant started)
      throws IOException {
    RunDirectory named = name(runs, started);
    if (asked == null) {
      return named;
    }
    if (Files.exists(asked)) {
      if (!Files.isDirectory(asked)) {
        throw new RefusedException("cannot write to '" + asked + "': Not a directory");
      }
      try (var entries = Files.list(asked)) {
        if (entries.findAny().isPresent()) {
          throw new RefusedException("cannot write to '" + asked + "': it isn't empty");
        }
      }
      Files.delete(asked);
    }
    return new RunDirectory(named.id(), asked);
  }

  public void create() throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    Files.createDirectory(path);
  }

  /**
   * The directory of a run that was begun, by its path or, below {@code runs}, by its name.
   *
   * @throws RefusedException if there is none, or it is complete
   */
  public static RunDirectory existing(Path runs, Path run) throws IOException {
    Path path = Files.isDirectory(run) ? run : runs.resolve(run);
    if (!Files.isDirectory(path)) {
      throw new RefusedException("cannot resume '" + run + "': no such run in " + runs);
    }
    if (Files.exists(path.resolve("run.json"))) {
      throw new RefusedException(
          "cannot resume " + path + ": it is complete; see its report, or begin another tune");
    }
    return new RunDirectory(path.toAbsolutePath().normalize().getFileName().toString(), path);
  }

  public Path journal() {
    return path.resolve("journal.jsonl");
  }

  public Path report() {
    return path.resolve("report.html");
  }

  /** For files between us and the workers; gone when the run is over. */
  public Path work() throws IOException {
    return Files.createDirectories(workPath());
  }

  public Path workPath() {
    return path.resolve("work");
  }

  /** Removes what holds no sample: it is of no use to anybody. */
  public void discardIfEmpty() throws IOException {
    if (Files.notExists(journal()) || Files.size(journal()) == 0) {
      discard();
    }
  }

  public void discard() throws IOException {
    Files.deleteIfExists(journal());
    Files.deleteIfExists(path.resolve(TuneRecord.FILE));
    Files.deleteIfExists(path.resolve(HealthRecord.FILE));
    Files.deleteIfExists(path.resolve("qualify.json"));
    Files.deleteIfExists(path);
  }
}
