package dev.cleave.reports.json;

import dev.cleave.reports.BenchReport;
import dev.cleave.tuner.contender.BenchFindings;
import dev.cleave.tuner.contender.BenchRun;
import dev.cleave.tuner.file.AtomicFile;
import dev.cleave.tuner.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The whole bench as {@code run.json}, from which every other report can be made again. */
public final class BenchRunJson implements BenchReport {
  /** Spelled out because javac warns of implicit constructors in exported packages. */
  public BenchRunJson() {}

  @Override
  public List<Path> write(BenchFindings findings, Path directory) throws IOException {
    String json = Json.PRETTY.writeValueAsString(findings.run()) + "\n";
    return List.of(AtomicFile.write(directory.resolve(RunJson.FILE_NAME), json));
  }

  /**
   * Reads a bench; empty if the file holds something else, a tune's run perhaps.
   *
   * @param file a {@code run.json}
   * @throws IOException if it can't be read, or is a bench that this Cleave doesn't understand
   */
  public static Optional<BenchRun> read(Path file) throws IOException {
    byte[] json = Files.readAllBytes(file);
    try {
      JsonNode document = Json.PRETTY.readTree(json);
      String schema = document.path("schema").asString("");
      if (!schema.equals(BenchRun.SCHEMA) && !schema.startsWith(BenchRun.SCHEMA + ".")) {
        return Optional.empty();
      }
      return Optional.of(Json.PRETTY.treeToValue(document, BenchRun.class));
    } catch (JacksonException e) {
      throw new IOException(file + " is no run of Cleave: " + e.getOriginalMessage(), e);
    }
  }
}
