package dev.cleave.reports;

import java.nio.file.Path;
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
}
