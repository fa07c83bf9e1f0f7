package dev.cleave.reports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lines that fit a terminal. */
final class Lines {
  static final int COLUMNS = 80;

  private Lines() {}

  /** The text in lines of at most {@value #COLUMNS} columns, later ones behind the indent. */
  static String wrapped(String text, String firstIndent, String indent) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(firstIndent);
    boolean empty = true;
    for (String word : text.strip().split("\\s+", -1)) {
      if (!empty && line.length() + 1 + word.length() > COLUMNS) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
    return lines.stream().map(l -> l + "\n").collect(Collectors.joining());
  }

  /** The text, or its beginning with an ellipsis if it is longer than {@code columns}. */
  static String cut(String text, int columns) {
    return text.length() <= columns ? text : text.substring(0, columns - 1) + "…";
  }

  /** Control characters, which names of files and devices may hold, would move the cursor. */
  static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
