package dev.cleave.reports;

import dev.cleave.reports.compare.RunComparison;
import dev.cleave.reports.html.ComparisonPage;
import dev.cleave.reports.json.ComparisonDocument;
import dev.cleave.reports.junit.ComparisonJunit;
import dev.cleave.reports.markdown.ComparisonMarkdown;
import dev.cleave.tuner.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every report of a comparison of runs, one file each. */
public enum ComparisonReportKind {
  JSON("comparison.json", compared -> ComparisonDocument.of(compared).toJson() + "\n"),
  JUNIT("comparison.xml", ComparisonJunit::of),
  MARKDOWN("comparison.md", ComparisonMarkdown::of),
  HTML("comparison.html", ComparisonPage::of);

  @FunctionalInterface
  private interface Rendering {
    String of(RunComparison compared) throws IOException;
  }

  private final String fileName;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final Rendering rendering;

  ComparisonReportKind(String fileName, Rendering rendering) {
    this.fileName = fileName;
    this.rendering = rendering;
  }

  /**
   * Writes every one of them into the directory, which is made if it isn't there.
   *
   * @return the files
   */
  public static List<Path> writeAll(RunComparison compared, Path directory) throws IOException {
    List<Path> files = new ArrayList<>();
    for (ComparisonReportKind kind : values()) {
      String text = kind.rendering.of(compared);
      files.add(AtomicFile.write(directory.resolve(kind.fileName), text));
    }
    return files;
  }

  /** The name of its file. */
  @Override
  public String toString() {
    return fileName;
  }
}
