package dev.cleave.bench.tune;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Where a run is kept.
 *
 * @param id its name: {@code 20261122T221503Z}, with {@code -2} for a second one in that second
 */
record RunDirectory(String id, Path path) {
  static RunDirectory create(Path runs, Instant started) throws IOException {
    Files.createDirectories(runs);
    String time =
        DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .format(started);
    String id = time;
    for (int number = 2; Files.exists(runs.resolve(id)); number++) {
      id = time + "-" + number;
    }
    return new RunDirectory(id, Files.createDirectory(runs.resolve(id)));
  }

  Path journal() {
    return path.resolve("journal.jsonl");
  }

  Path report() {
    return path.resolve("report.html");
  }

  /** For files between us and the workers; gone when the run is over. */
  Path work() throws IOException {
    return Files.createDirectories(path.resolve("work"));
  }
}
