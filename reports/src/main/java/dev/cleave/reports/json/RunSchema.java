package dev.cleave.reports.json;

import dev.cleave.tuner.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schemas (draft 2020-12) of {@code run.json}, as {@code cleave report --schema} shows
 * them. What the runs have in common is in a tune's, which the others hold whole (as a compound
 * document), so that each is complete.
 */
public enum RunSchema {
  TUNE("tune", "run.schema.json"),
  BENCH("bench", "bench-run.schema.json"),
  QUALIFICATION("qualify", "qualification.schema.json");

  private final String label;
  private final String resource;

  RunSchema(String label, String resource) {
    this.label = label;
    this.resource = resource;
  }

  /**
   * The whole document.
   *
   * @throws IOException if it is not in Cleave's jar
   */
  public String text() throws IOException {
    if (this == TUNE) {
      return read();
    }
    ObjectNode schema = (ObjectNode) Json.PRETTY.readTree(read());
    schema.withObject("/$defs").set("run", Json.PRETTY.readTree(TUNE.read()));
    return Json.PRETTY.writeValueAsString(schema) + "\n";
  }

  private String read() throws IOException {
    try (InputStream schema = RunSchema.class.getResourceAsStream(resource)) {
      if (schema == null) {
        throw new IOException(resource + " is not in Cleave's jar");
      }
      return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The command whose runs it describes. */
  @Override
  public String toString() {
    return label;
  }
}
