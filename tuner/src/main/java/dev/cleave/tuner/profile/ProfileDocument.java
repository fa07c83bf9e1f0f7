package dev.cleave.tuner.profile;

import dev.cleave.tuner.device.HashedSerials;
import dev.cleave.tuner.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A profile together with the JSON it was read from. What this Cleave doesn't know of, at any
 * depth, is kept when it is written again.
 */
public final class ProfileDocument {
  private static final String SCHEMA_NAME = "cleave.profile/";

  /** A stranger's 1048576.7 or "1048576" is no number of bytes, and of two fields none counts. */
  private static final JsonMapper STRICT =
      Json.PRETTY
          .rebuild()
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private final Profile profile;
  private final ObjectNode tree;

  private ProfileDocument(Profile profile, ObjectNode tree) {
    this.profile = profile;
    this.tree = tree;
  }

  public static ProfileDocument of(Profile profile) {
    return new ProfileDocument(profile, Json.PRETTY.valueToTree(profile));
  }

  /**
   * Reads any file, whatever its name.
   *
   * @throws BadProfileException if it is too large, broken, out of range or from a newer Cleave
   */
  public static ProfileDocument read(Path file) throws IOException {
    byte[] json = SmallFile.read(file, SmallFile.MAX_BYTES);
    try {
      JsonNode tree = STRICT.readTree(json);
      requireSchema(file, tree.path("schema").asString(""));
      return new ProfileDocument(STRICT.treeToValue(tree, Profile.class), (ObjectNode) tree);
    } catch (JacksonException e) {
      throw new BadProfileException(file, "no usable profile: " + JsonProblem.in(e), e);
    }
  }

  /**
   * Reads a file of a store, which is named after the profile in it.
   *
   * @throws BadProfileException as {@link #read}, and if it is of another name
   */
  static ProfileDocument stored(Path file) throws IOException {
    ProfileDocument document = read(file);
    String id = document.profile().id();
    if (!file.endsWith(id + StoreEntry.ENDING)) {
      String name = id + StoreEntry.ENDING;
      throw new BadProfileException(file, "holds profile " + id + ": name it " + name, null);
    }
    return document;
  }

  /** Before the rest is looked at: a newer major version may mean something else by it. */
  private static void requireSchema(Path file, String schema) throws BadProfileException {
    if (schema.equals(Profile.SCHEMA) || schema.startsWith(Profile.SCHEMA + ".")) {
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

  public Profile profile() {
    return profile;
  }

  /** The profile under another name. */
  ProfileDocument withId(String id) {
    return id.equals(profile.id()) ? this : named(id, profile.key());
  }

  /** The profile under another name, with other names of its stacks. */
  ProfileDocument named(String id, ProfileKey key) {
    ObjectNode changed = tree.deepCopy();
    changed.put("id", id);
    ((ObjectNode) changed.path("key"))
        .put("source", key.source())
        .put("destination", key.destination())
        .put("relation", key.relation().toString());
    return new ProfileDocument(Json.PRETTY.treeToValue(changed, Profile.class), changed);
  }

  /** For other people's eyes: its devices by hashes, under an id that names none. */
  public ProfileDocument withHashedDevices() {
    if (!profile.regrets().isEmpty()) {
      return this; // of a class: it names no device
    }
    ProfileKey key = profile.key();
    ProfileKey hashed =
        key.named(
            HashedSerials.inIdentity(key.source()), HashedSerials.inIdentity(key.destination()));
    return named(ProfileId.of(hashed, profile.created()), hashed);
  }

  /** As it is stored and shown. */
  public String json() {
    return Json.PRETTY.writeValueAsString(tree);
  }
}
