package dev.cleave.reports.json;

import dev.cleave.reports.Report;
import dev.cleave.tuner.file.AtomicFile;
import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.run.TuneRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The whole run as {@code run.json}, from which every other report can be made again. */
public final class RunJson implements Report {
  public static final String FILE_NAME = "run.json";

  /** Spelled out because javac warns of implicit constructors in exported packages. */
  public RunJson() {}

  @Override
  public List<Path> write(TuneRun run, Path directory) throws IOException {
    String json = Json.PRETTY.writeValueAsString(run) + "\n";
    return List.of(AtomicFile.write(directory.resolve(FILE_NAME), json));
  }

  /**
   * Reads a run, one of an earlier Cleave too.
   *
   * @param path a {@code run.json}, or the directory that holds one
   * @throws IOException if it can't be read, is no run, or has a schema of another major version;
   *     the message names the file and what was expected
   */
  public static TuneRun read(Path path) throws IOException {
    Path file = Files.isDirectory(path) ? path.resolve(FILE_NAME) : path;
    byte[] json = Files.readAllBytes(file);
    try {
      JsonNode document = Json.PRETTY.readTree(json);
      requireSchema(document.path("schema").asString(""), file);
      if (document instanceof ObjectNode run) {
        OlderRun.bringUpToDate(run);
      }
      return Json.PRETTY.treeToValue(document, TuneRun.class);
    } catch (JacksonException e) {
      throw new IOException(file + " is no run of Cleave: " + e.getOriginalMessage(), e);
    }
  }

  /** A minor version behind the major one ({@code /1.2}) only adds fields. */
  private static void requireSchema(String schema, Path file) throws IOException {
    if (schema.equals(TuneRun.SCHEMA) || schema.startsWith(TuneRun.SCHEMA + ".")) {
      return;
    }
    throw new IOException(
        schema.isEmpty()
            ? file + " is no run of Cleave: it has no field schema"
            : file + " has the schema " + schema + ", and this Cleave reads " + TuneRun.SCHEMA);
  }
}
