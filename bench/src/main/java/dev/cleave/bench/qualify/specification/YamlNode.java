package dev.cleave.bench.qualify.specification;

import java.util.List;
import java.util.Map;

/** A piece of a YAML document, and where it begins. */
sealed interface YamlNode {
  /** From 1. */
  int line();

  /** From 1. */
  int column();

  /** What it is, for messages. */
  String what();

  /** Anything that is written as a word, quoted or not; its type is up to who reads it. */
  record Scalar(String text, int line, int column) implements YamlNode {
    @Override
    public String what() {
      return "'" + text + "'";
    }
  }

  record Sequence(List<YamlNode> items, int line, int column) implements YamlNode {
    @Override
    public String what() {
      return "a list";
    }
  }

  /** Keys in the order of the file. */
  record Mapping(Map<String, Entry> entries, int line, int column) implements YamlNode {
    @Override
    public String what() {
      return "a mapping";
    }
  }

  /** A key and its value. */
  record Entry(Scalar key, YamlNode value) {}
}
