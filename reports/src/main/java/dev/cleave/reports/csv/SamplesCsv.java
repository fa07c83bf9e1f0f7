package dev.cleave.reports.csv;

import dev.cleave.engine.CopyPlan;
import dev.cleave.reports.Report;
import dev.cleave.tuner.file.AtomicFile;
import dev.cleave.tuner.measure.Evidence;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.run.TuneRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All samples as {@code samples.csv} (RFC 4180, lines end in LF), one row each. */
public final class SamplesCsv implements Report {
  static final String FILE_NAME = "samples.csv";

  private static final List<String> HEADER =
      List.of(
          "run",
          "round",
          "position",
          "phase",
          "candidate",
          "sizeClass",
          "backend",
          "splitDepth",
          "chunkBytes",
          "queueDepth",
          "workers",
          "preallocate",
          "usedAsAsked",
          "bytes",
          "commandSeconds",
          "durableSeconds",
          "cpuSeconds",
          "cacheState",
          "residentBytes",
          "deviceBytesRead",
          "verified",
          "valid",
          "warnings",
          "invalid");

  @Override
  public List<Path> write(TuneRun run, Path directory) throws IOException {
    String csv =
        Stream.concat(Stream.of(HEADER), run.samples().stream().map(s -> row(run.id(), s)))
            .map(SamplesCsv::line)
            .collect(Collectors.joining());
    return List.of(AtomicFile.write(directory.resolve(FILE_NAME), csv));
  }

  /** The plan's columns are those of the plan that really ran. */
  private static List<String> row(String run, Sample sample) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(run);
    cells.add(sample.round());
    cells.add(sample.position());
    cells.add(sample.phase());
    cells.add(sample.candidate());
    cells.add(sample.sizeClass());
    addPlan(cells, sample.used());
    cells.add(sample.used().equals(sample.asked()));
    cells.add(sample.bytes());
    cells.add(sample.commandSeconds());
    cells.add(sample.durableSeconds());
    addEvidence(cells, sample.evidence());
    cells.add(sample.isValid());
    cells.add(String.join("; ", sample.warnings()));
    cells.add(String.join("; ", sample.invalid()));
    return cells.stream().map(cell -> cell == null ? "" : cell.toString()).toList();
  }

  private static void addPlan(List<@Nullable Object> cells, CopyPlan plan) {
    cells.add(plan.backend());
    cells.add(plan.splitDepth());
    cells.add(plan.chunkBytes());
    cells.add(plan.queueDepth());
    cells.add(plan.workers());
    cells.add(plan.preallocate());
  }

  private static void addEvidence(List<@Nullable Object> cells, Evidence evidence) {
    cells.add(evidence.cpuSeconds());
    cells.add(evidence.cacheState());
    cells.add(evidence.residentBytes());
    cells.add(evidence.deviceBytesRead());
    cells.add(evidence.verified());
  }

  static String line(List<String> cells) {
    return cells.stream().map(SamplesCsv::quoted).collect(Collectors.joining(",", "", "\n"));
  }

  private static String quoted(String cell) {
    boolean needed = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
