package dev.cleave.reports.csv;

import dev.cleave.reports.BenchReport;
import dev.cleave.tuner.contender.BenchFindings;
import dev.cleave.tuner.contender.BenchSample;
import dev.cleave.tuner.contender.RooflineSample;
import dev.cleave.tuner.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All samples of a bench as {@code samples.csv}, as {@link SamplesCsv} has those of a tune. The
 * roofline's are rows of contenders {@code roofline read}, {@code write} and {@code copy}.
 */
public final class BenchCsv implements BenchReport {
  private static final List<String> HEADER =
      List.of(
          "run",
          "round",
          "position",
          "contender",
          "bytes",
          "commandSeconds",
          "durableSeconds",
          "cpuSeconds",
          "peakBytes",
          "cacheState",
          "residentBytes",
          "deviceBytesRead",
          "deviceBytesWritten",
          "verified",
          "valid",
          "warnings",
          "invalid");

  /** Spelled out because javac warns of implicit constructors in exported packages. */
  public BenchCsv() {}

  @Override
  public List<Path> write(BenchFindings findings, Path directory) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    String run = findings.run().id();
    findings.run().samples().forEach(sample -> rows.add(row(run, sample)));
    for (RooflineSample sample : findings.run().roofline()) {
      rows.add(row(findings, sample, "read", sample.read()));
      rows.add(row(findings, sample, "write", sample.write()));
      rows.add(row(findings, sample, "copy", sample.copy()));
    }
    StringBuilder csv = new StringBuilder();
    rows.forEach(row -> csv.append(SamplesCsv.line(row)));
    return List.of(AtomicFile.write(directory.resolve(SamplesCsv.FILE_NAME), csv.toString()));
  }

  private static List<String> row(String run, BenchSample sample) {
    return cells(
        run,
        sample.round(),
        sample.position(),
        sample.contender(),
        sample.bytes(),
        sample.commandSeconds(),
        sample.durableSeconds(),
        sample.evidence().cpuSeconds(),
        sample.peakBytes(),
        sample.evidence().cacheState(),
        sample.evidence().residentBytes(),
        sample.evidence().deviceBytesRead(),
        sample.evidence().deviceBytesWritten(),
        sample.evidence().verified(),
        sample.isValid(),
        String.join("; ", sample.warnings()),
        String.join("; ", sample.invalid()));
  }

  private static List<String> row(
      BenchFindings findings, RooflineSample sample, String what, double rate) {
    long bytes = findings.run().fileBytes();
    return cells(
        findings.run().id(),
        sample.round(),
        null,
        "roofline " + what,
        bytes,
        null,
        bytes / rate,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        true,
        null,
        null);
  }

  private static List<String> cells(@Nullable Object... values) {
    return Arrays.stream(values).map(cell -> cell == null ? "" : cell.toString()).toList();
  }
}
