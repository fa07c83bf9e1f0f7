package dev.cleave.bench.qualify.specification;

import dev.cleave.bench.qualify.specification.YamlNode.Entry;
import dev.cleave.bench.qualify.specification.YamlNode.Mapping;
import dev.cleave.bench.qualify.specification.YamlNode.Scalar;
import dev.cleave.bench.qualify.specification.YamlNode.Sequence;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes typed values out of a mapping; what doesn't fit is named with its place. */
final class MappingReader {
  private final String file;
  private final Mapping mapping;

  private MappingReader(String file, Mapping mapping) {
    this.file = file;
    this.mapping = mapping;
  }

  /**
   * @param keys all that there may be
   */
  static MappingReader of(String file, YamlNode node, String what, List<String> keys)
      throws SpecificationException {
    if (!(node instanceof Mapping mapping)) {
      throw new SpecificationException(
          file, node.line(), node.column(), what + " is a mapping of keys, not " + node.what());
    }
    for (Entry entry : mapping.entries().values()) {
      if (!keys.contains(entry.key().text())) {
        throw new SpecificationException(
            file,
            entry.key().line(),
            entry.key().column(),
            "no key of "
                + what
                + ": '"
                + entry.key().text()
                + "'; there are "
                + String.join(", ", keys));
      }
    }
    return new MappingReader(file, mapping);
  }

  int line() {
    return mapping.line();
  }

  boolean has(String key) {
    return mapping.entries().containsKey(key);
  }

  @Nullable YamlNode node(String key) {
    Entry entry = mapping.entries().get(key);
    return entry == null ? null : entry.value();
  }

  /** A mistake in the value of the key, or for want of it in the mapping. */
  SpecificationException wrong(String key, String message) {
    YamlNode at = node(key);
    YamlNode place = at == null ? mapping : at;
    return new SpecificationException(file, place.line(), place.column(), message);
  }

  /** The text of a key that must be there. */
  String text(String key) throws SpecificationException {
    String text = textOr(key, "");
    if (text.isBlank()) {
      throw wrong(key, "'" + key + "' is missing, or says nothing");
    }
    return text;
  }

  String textOr(String key, String otherwise) throws SpecificationException {
    YamlNode node = node(key);
    if (node == null) {
      return otherwise;
    }
    if (node instanceof Scalar scalar) {
      return scalar.text();
    }
    throw wrong(key, "'" + key + "' is one value, not " + node.what());
  }

  List<YamlNode> items(String key) throws SpecificationException {
    YamlNode node = node(key);
    if (node instanceof Sequence sequence && !sequence.items().isEmpty()) {
      return sequence.items();
    }
    throw wrong(key, "'" + key + "' must be a list of at least one");
  }

  /** A quantity; null if the key isn't there. */
  @Nullable Double quantity(String key, Unit unit) throws SpecificationException {
    return has(key) ? Double.valueOf(parsed(key, unit::parse)) : null;
  }

  double quantityOr(String key, Unit unit, double otherwise) throws SpecificationException {
    return has(key) ? parsed(key, unit::parse) : otherwise;
  }

  long count(String key, long otherwise, long most) throws SpecificationException {
    if (!has(key)) {
      return otherwise;
    }
    return (long)
        parsed(
            key,
            text -> {
              if (!text.matches("[0-9]{1,9}")
                  || Long.parseLong(text) < 1
                  || Long.parseLong(text) > most) {
                throw new IllegalArgumentException(
                    "'" + text + "' must be a whole number from 1 to " + most);
              }
              return Long.parseLong(text);
            });
  }

  /** Reads a text or says what is wrong with it. */
  interface Parsing {
    double of(String text);
  }

  private double parsed(String key, Parsing parsing) throws SpecificationException {
    try {
      return parsing.of(text(key));
    } catch (IllegalArgumentException e) {
      throw wrong(key, key + ": " + e.getMessage());
    }
  }

  /** The constant that is called so. */
  <T extends Enum<T>> T word(String key, T[] words) throws SpecificationException {
    String text = text(key);
    for (T word : words) {
      if (word.toString().equals(text)) {
        return word;
      }
    }
    String all = Stream.of(words).map(Enum::toString).collect(Collectors.joining(", "));
    throw wrong(key, "no " + key + " is called '" + text + "'; there are " + all);
  }
}
