package dev.cleave.reports.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The JSON Schema (draft 2020-12) of {@code run.json}, as {@code cleave report --schema} shows it.
 */
public final class RunSchema {
  private static final String RESOURCE = "run.schema.json";

  private RunSchema() {}

  /**
   * The whole document.
   *
   * @throws IOException if it is not in Cleave's jar
   */
  public static String text() throws IOException {
    try (InputStream schema = RunSchema.class.getResourceAsStream(RESOURCE)) {
      if (schema == null) {
        throw new IOException(RESOURCE + " is not in Cleave's jar");
      }
      return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
