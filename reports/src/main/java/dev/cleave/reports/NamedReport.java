package dev.cleave.reports;

import dev.cleave.tuner.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes a report into a directory, under the name that its kind has. */
@FunctionalInterface
interface NamedReport<R> {
  /** Returns the files that it wrote. */
  List<Path> write(R run, Path directory, String name) throws IOException;

  /** What a report says, all of it. */
  @FunctionalInterface
  interface Rendering<R> {
    String of(R run) throws IOException;
  }

  /** One file of text. */
  static <R> NamedReport<R> text(Rendering<R> rendering) {
    return (run, directory, name) ->
        List.of(AtomicFile.write(directory.resolve(name), rendering.of(run)));
  }
}
