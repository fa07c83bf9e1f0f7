package dev.cleave.tuner.profile;

/**
 * One line of the index, of which a column after the other is taken. Tabs stand between the columns
 * and are escaped in them. On the start-up path of a copy.
 */
final class IndexLine {
  private final String text;
  private int from;
  private int column;

  IndexLine(String text) {
    this.text = text;
  }

  /**
   * @throws IllegalArgumentException if there is no more, or what is there is wrongly escaped
   */
  String next() {
    if (from > text.length()) {
      throw new IllegalArgumentException("it ends after column " + column);
    }
    int tab = text.indexOf('\t', from);
    int to = tab < 0 ? text.length() : tab;
    String field = text.substring(from, to);
    from = to + 1;
    column++;
    return field.indexOf('\\') < 0 ? field : field.translateEscapes();
  }

  /** By label, since that is what JSON shows too. */
  <E extends Enum<E>> E next(E[] values) {
    String label = next();
    for (E value : values) {
      if (value.toString().equals(label)) {
        return value;
      }
    }
    throw new IllegalArgumentException("'" + label + "' is unknown here");
  }

  long nextNumber() {
    return Long.parseLong(next());
  }

  int nextInt() {
    return Integer.parseInt(next());
  }

  boolean nextTruth() {
    String truth = next();
    if (!truth.equals("true") && !truth.equals("false")) {
      throw new IllegalArgumentException("'" + truth + "' is neither true nor false");
    }
    return truth.equals("true");
  }

  /** Makes a line, column by column. */
  static final class Writer {
    private final StringBuilder line = new StringBuilder();

    Writer add(Object value) {
      if (!line.isEmpty()) {
        line.append('\t');
      }
      line.append(escaped(value.toString()));
      return this;
    }

    /** What {@link String#translateEscapes} undoes: a name may hold tabs and line ends. */
    private static String escaped(String text) {
      return text.replace("\\", "\\\\")
          .replace("\t", "\\t")
          .replace("\n", "\\n")
          .replace("\r", "\\r");
    }

    @Override
    public String toString() {
      return line.toString();
    }
  }
}
