package dev.cleave.bench.cli;

import dev.cleave.reports.json.RunJson;
import dev.cleave.tuner.run.TuneRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A run as the user names it: its directory, its run.json, or its name among the saved ones.
 *
 * @param directory where it lies
 */
record RunArgument(Path directory, TuneRun run) {
  /**
   * @param runs where tunes keep theirs
   * @throws CommandException if there is no such run, or it was cut off
   * @throws IOException if it can't be read
   */
  static RunArgument of(Path named, Path runs) throws CommandException, IOException {
    if (Files.isRegularFile(named)) {
      return new RunArgument(named.toAbsolutePath().resolveSibling(""), RunJson.read(named));
    }
    Path directory = Files.isDirectory(named) ? named : runs.resolve(named);
    if (!Files.isDirectory(directory)) {
      throw CommandException.failed("cannot report '" + named + "': no such run in " + runs);
    }
    if (Files.notExists(directory.resolve(RunJson.FILE_NAME))) {
      throw CommandException.failed(
          "cannot report '"
              + named
              + "': it has no run.json"
              + (Files.exists(directory.resolve("journal.jsonl"))
                  ? ", so the tune was cut off; 'cleave tune --resume " + named + "' goes on"
                  : ""));
    }
    return new RunArgument(directory, RunJson.read(directory));
  }
}
