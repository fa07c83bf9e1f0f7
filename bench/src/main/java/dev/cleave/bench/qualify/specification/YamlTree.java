package dev.cleave.bench.qualify.specification;

import dev.cleave.bench.qualify.specification.YamlNode.Entry;
import dev.cleave.bench.qualify.specification.YamlNode.Mapping;
import dev.cleave.bench.qualify.specification.YamlNode.Scalar;
import dev.cleave.bench.qualify.specification.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads one YAML document into nodes. Used once, by one thread. */
final class YamlTree {
  private static final int MOST_NODES = 10_000;
  private static final int MOST_LEVELS = 10;

  private final String file;
  private final YAMLParser parser;
  private int nodes;

  private YamlTree(String file, YAMLParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * @param file what messages call it
   * @throws SpecificationException if it is no YAML, has aliases, duplicate keys, several
   *     documents, or is too deep or too large
   */
  static YamlNode parse(String file, String text) throws SpecificationException {
    requireNoAnchors(file, text);
    YAMLMapper mapper = YAMLMapper.builder(YAMLFactory.builder().build()).build();
    try (YAMLParser parser = (YAMLParser) mapper.createParser(text)) {
      YamlTree tree = new YamlTree(file, parser);
      if (parser.nextToken() == null) {
        throw new SpecificationException(file, 1, 1, "the specification is empty");
      }
      YamlNode root = tree.node(0);
      if (parser.nextToken() != null) {
        throw tree.wrong("only one document is wanted in a file; remove what follows '---'");
      }
      return root;
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      String reason = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
      throw new SpecificationException(
          file,
          at == null ? 1 : Math.max(1, at.getLineNr()),
          at == null ? 1 : Math.max(1, at.getColumnNr()),
          "no YAML: " + reason);
    }
  }

  /** By the events below Jackson's parser, which drops the anchors of plain values. */
  private static void requireNoAnchors(String file, String text) throws SpecificationException {
    try {
      for (Event event : new Parse(LoadSettings.builder().build()).parseString(text)) {
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
          Mark at = node.getStartMark().orElseThrow();
          throw new SpecificationException(
              file,
              at.getLine() + 1,
              at.getColumn() + 1,
              "anchors (&) and aliases (*) are not allowed: write the values out");
        }
      }
    } catch (YamlEngineException _) {
      // no YAML: Jackson's parser says so
    }
  }

  /** The node of the parser's current token; behind it the parser stands at its last. */
  private YamlNode node(int level) throws SpecificationException {
    if (++nodes > MOST_NODES || level > MOST_LEVELS) {
      throw wrong("no specification has so many values, or so many levels of them");
    }
    JsonToken token = parser.currentToken();
    int line = parser.currentTokenLocation().getLineNr();
    int column = parser.currentTokenLocation().getColumnNr();
    return switch (token) {
      case START_OBJECT -> mapping(level, line, column);
      case START_ARRAY -> sequence(level, line, column);
      case VALUE_NULL -> throw wrong("a value is missing here");
      default -> new Scalar(String.valueOf(parser.getString()), line, column);
    };
  }

  private Mapping mapping(int level, int line, int column) throws SpecificationException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Scalar key =
          new Scalar(
              String.valueOf(parser.currentName()),
              parser.currentTokenLocation().getLineNr(),
              parser.currentTokenLocation().getColumnNr());
      if (entries.containsKey(key.text())) {
        throw wrong("'" + key.text() + "' is here for the second time");
      }
      parser.nextToken();
      entries.put(key.text(), new Entry(key, node(level + 1)));
    }
    return new Mapping(entries, line, column);
  }

  private Sequence sequence(int level, int line, int column) throws SpecificationException {
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(level + 1));
    }
    return new Sequence(List.copyOf(items), line, column);
  }

  private SpecificationException wrong(String message) {
    TokenStreamLocation at = parser.currentTokenLocation();
    return new SpecificationException(file, at.getLineNr(), at.getColumnNr(), message);
  }
}
