package dev.cleave.tuner.profile;

import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;

/** What is wrong with a JSON document, in words for who wrote it and not for who reads it. */
final class JsonProblem {
  private JsonProblem() {}

  /** As {@code classes.large.command.plan: the split depth must be from 0 to 6, not 60}. */
  static String in(JacksonException e) {
    String where = path(e.getPath());
    return where.isEmpty() ? what(e) : where + ": " + what(e);
  }

  private static String path(List<Reference> references) {
    StringBuilder path = new StringBuilder();
    for (Reference reference : references) {
      String name = reference.getPropertyName();
      path.append(path.isEmpty() ? "" : ".");
      path.append(name == null ? Integer.toString(reference.getIndex()) : name);
    }
    return path.toString();
  }

  /** A record's constructor says it better than Jackson, which wraps it. */
  private static String what(JacksonException e) {
    return switch (e.getCause()) {
      case IllegalArgumentException refused -> Objects.toString(refused.getMessage(), "refused");
      case NullPointerException missing -> missing.getMessage() + " is missing";
      case null, default -> plain(Objects.toString(e.getOriginalMessage(), "no JSON"));
    };
  }

  /** Without the names of classes, and what a programmer could do about it. */
  private static String plain(String message) {
    return message
        .replaceAll(
            "(?s)(: (en|dis)able |: not allowed (as|when) | ?\\(b(ound|ut) |, from `).*", "")
        .replaceAll("`(?:[\\w]+\\.)+(\\w+)(?:<[^`]*>)?`", "$1");
  }
}
