package dev.cleave.tuner.profile;

import dev.cleave.tuner.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A profile as JSON. Fields that are not known here are ignored. */
final class ProfileJson {
  private static final String SCHEMA_NAME = "cleave.profile/";
  private static final String ENDING = ".json";

  private ProfileJson() {}

  static byte[] written(Profile profile) {
    return Json.PRETTY.writeValueAsBytes(profile);
  }

  /**
   * Reads a file of a store, which is named after the profile in it.
   *
   * @throws BadProfileException if it is broken, out of range, of another name or from a newer
   *     Cleave
   */
  static Profile read(Path file) throws IOException {
    Profile profile = parse(file, SmallFile.read(file));
    if (!file.endsWith(profile.id() + ENDING)) {
      throw new BadProfileException(
          file, "holds profile " + profile.id() + ": name it " + profile.id() + ENDING, null);
    }
    return profile;
  }

  private static Profile parse(Path file, byte[] json) throws BadProfileException {
    try {
      JsonNode tree = Json.PRETTY.readTree(json);
      requireSchema(file, tree.path("schema").asString(""));
      return Json.PRETTY.treeToValue(tree, Profile.class);
    } catch (JacksonException e) {
      throw new BadProfileException(file, "no usable profile: " + e.getOriginalMessage(), e);
    }
  }

  /** Before the rest is looked at: a newer major version may mean something else by it. */
  private static void requireSchema(Path file, String schema) throws BadProfileException {
    if (schema.equals(Profile.SCHEMA)) {
      return;
    }
    boolean isNewer = schema.startsWith(SCHEMA_NAME) && !schema.equals(SCHEMA_NAME);
    throw new BadProfileException(
        file,
        isNewer
            ? "has schema " + schema + ", and this Cleave reads " + Profile.SCHEMA + ": update it"
            : "is no profile: its schema is '" + schema + "', not " + Profile.SCHEMA,
        null);
  }
}
