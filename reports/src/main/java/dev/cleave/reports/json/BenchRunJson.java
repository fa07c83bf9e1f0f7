package dev.cleave.reports.json;

import dev.cleave.reports.BenchReport;
import dev.cleave.tuner.contender.BenchFindings;
import dev.cleave.tuner.file.AtomicFile;
import dev.cleave.tuner.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The whole bench as {@code run.json}, from which every other report can be made again. */
public final class BenchRunJson implements BenchReport {
  /** Spelled out because javac warns of implicit constructors in exported packages. */
  public BenchRunJson() {}

  @Override
  public List<Path> write(BenchFindings findings, Path directory) throws IOException {
    String json = Json.PRETTY.writeValueAsString(findings.run()) + "\n";
    return List.of(AtomicFile.write(directory.resolve(RunJson.FILE_NAME), json));
  }
}
