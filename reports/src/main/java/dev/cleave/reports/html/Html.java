package dev.cleave.reports.html;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A piece of well-formed HTML. Text enters it escaped or not at all, which is what makes {@code
 * <script>} in the name of a disk harmless.
 */
public final class Html {
  public static final Html NOTHING = new Html("");

  private final String markup;

  private Html(String markup) {
    this.markup = markup;
  }

  public String markup() {
    return markup;
  }

  public static Html text(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.chars().forEach(c -> escaped.append(escaped((char) c)));
    return new Html(escaped.toString());
  }

  private static String escaped(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      case '\n', '\t' -> String.valueOf(c);
      // Control characters are errors in HTML even as references.
      default -> Character.isISOControl(c) ? "\uFFFD" : String.valueOf(c);
    };
  }

  /** Pieces behind each other. */
  public static Html all(Html... pieces) {
    return all(Arrays.asList(pieces));
  }

  public static Html all(Collection<Html> pieces) {
    return new Html(pieces.stream().map(Html::markup).collect(Collectors.joining("\n")));
  }

  /** {@code <name>content</name>}. */
  public static Html element(String name, Html content) {
    return new Html("<" + name + ">" + content.markup + "</" + name + ">");
  }

  public static Html element(String name, String text) {
    return element(name, text(text));
  }

  /** {@code <name class="classes">content</name>}. */
  public static Html styled(String name, String classes, Html content) {
    String start = "<" + name + " class=\"" + text(classes).markup + "\">";
    return new Html(start + content.markup + "</" + name + ">");
  }

  /** {@code <name attribute="value">content</name>}. */
  static Html attributed(String name, Map<String, String> attributes, Html content) {
    StringBuilder start = new StringBuilder("<").append(name);
    new TreeMap<>(attributes)
        .forEach((key, value) -> start.append(" %s=\"%s\"".formatted(key, text(value).markup)));
    return new Html(start + ">" + content.markup + "</" + name + ">");
  }

  /**
   * A block of JSON for the scripts.
   *
   * @param json without {@code <}
   */
  static Html data(String id, String json) {
    if (json.contains("<")) {
      throw new IllegalArgumentException("JSON that could end its element: " + id);
    }
    return attributed("script", Map.of("id", id, "type", "application/json"), new Html(json));
  }

  /** A picture that is part of the document. */
  static Html image(String dataUri, String alternative) {
    String source = text(dataUri).markup;
    return new Html("<img src=\"" + source + "\" alt=\"" + text(alternative).markup + "\">");
  }

  public static Html section(String title, Html... content) {
    return element("section", all(element("h2", title), all(content)));
  }

  /** What opens on a click, and is printed open or not as the reader left it. */
  public static Html details(String summary, Html content) {
    return element("details", all(element("summary", summary), content));
  }

  /**
   * A table that scrolls by itself where the page is narrow; cells of {@code numeric} columns
   * right-aligned.
   */
  public static Html table(List<String> header, List<Boolean> numeric, List<List<Html>> rows) {
    return styledTable("", header, numeric, rows);
  }

  /** A table that the page's scripts find by its class. */
  public static Html styledTable(
      String classes, List<String> header, List<Boolean> numeric, List<List<Html>> rows) {
    Html head = element("tr", cells("th", header.stream().map(Html::text).toList(), numeric));
    Html body = all(rows.stream().map(row -> element("tr", cells("td", row, numeric))).toList());
    Html parts = all(element("thead", head), element("tbody", body));
    Html table = classes.isEmpty() ? element("table", parts) : styled("table", classes, parts);
    return scrolling(table);
  }

  /** What scrolls by itself where the page is narrow, by the keyboard too. */
  public static Html scrolling(Html content) {
    return attributed("div", Map.of("class", "scroll", "tabindex", "0"), content);
  }

  private static Html cells(String name, List<Html> cells, List<Boolean> numeric) {
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      Html cell =
          numeric.get(i) ? styled(name, "number", cells.get(i)) : element(name, cells.get(i));
      row.append(cell.markup);
    }
    return new Html(row.toString());
  }
}
