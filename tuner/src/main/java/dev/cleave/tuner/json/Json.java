package dev.cleave.tuner.json;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The mappers behind every JSON document of Cleave: records by their component names, enums by
 * their {@code toString}, unknown fields ignored so that a newer minor schema stays readable,
 * numbers that JSON can't write as null.
 */
public final class Json {
  /** One document a line, for journals. */
  public static final JsonMapper LINE =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(NonFinite.module())
          .build();

  /** Indented, for files that people open. */
  public static final JsonMapper PRETTY =
      LINE.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}
}
