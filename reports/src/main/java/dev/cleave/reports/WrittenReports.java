package dev.cleave.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is left of a run on disk.
 *
 * @param files those that were written
 * @param warnings those that were not, and why
 */
public record WrittenReports(List<Path> files, List<ReportWarning> warnings) {
  public WrittenReports {
    files = List.copyOf(files);
    warnings = List.copyOf(warnings);
  }

  /** Writes one report, and returns its files. */
  @FunctionalInterface
  interface Writing<K> {
    List<Path> write(K kind) throws IOException;
  }

  /** Writes one after the other; one that fails doesn't keep the others from being written. */
  static <K> WrittenReports of(Iterable<K> kinds, Writing<K> writing) {
    List<Path> files = new ArrayList<>();
    List<ReportWarning> warnings = new ArrayList<>();
    for (K kind : kinds) {
      try {
        files.addAll(writing.write(kind));
      } catch (Exception | Error e) { // without fonts AWT throws InternalError, then LinkageErrors
        warnings.add(new ReportWarning(kind.toString(), String.valueOf(e)));
      }
    }
    return new WrittenReports(files, warnings);
  }
}
