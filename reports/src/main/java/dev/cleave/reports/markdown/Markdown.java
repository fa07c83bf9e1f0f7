package dev.cleave.reports.markdown;

import java.util.List;
import java.util.stream.Collectors;

/** Pieces of GitHub-flavoured Markdown; what comes from the machine stays text. */
final class Markdown {
  private Markdown() {}

  /** Text in one line in which nothing is markup. */
  static String text(String text) {
    return text.strip()
        .replaceAll("[\\s\\p{Cntrl}]+", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replaceAll("([\\\\`*_\\[\\]|~#@])", "\\\\$1");
  }

  /** A block of code, behind a fence that is longer than any in it. */
  static String code(String code) {
    String fence = "```";
    while (code.contains(fence)) {
      fence += "`";
    }
    return fence + "\n" + code.strip() + "\n" + fence + "\n";
  }

  static String bullet(String text) {
    return "- " + text(text) + "\n";
  }

  /** A table; columns from the second on are figures. */
  static String table(List<String> header, List<List<String>> rows) {
    StringBuilder table = new StringBuilder(row(header));
    table.append("|---").append("|--:".repeat(header.size() - 1)).append("|\n");
    rows.forEach(row -> table.append(row(row)));
    return table.toString();
  }

  private static String row(List<String> cells) {
    return cells.stream().map(Markdown::text).collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
