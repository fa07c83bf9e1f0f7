package dev.cleave.tuner.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The JSON Schema (draft 2020-12) of a profile, as {@code cleave profile schema} shows it. */
public final class ProfileSchema {
  private static final String RESOURCE = "profile.schema.json";

  private ProfileSchema() {}

  /**
   * The whole document.
   *
   * @throws IOException if it is not in Cleave's jar
   */
  public static String text() throws IOException {
    try (InputStream schema = ProfileSchema.class.getResourceAsStream(RESOURCE)) {
      if (schema == null) {
        throw new IOException(RESOURCE + " is not in Cleave's jar");
      }
      return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
