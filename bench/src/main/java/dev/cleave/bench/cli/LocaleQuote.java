package dev.cleave.bench.cli;

import java.util.Locale;
import java.util.Map;

/**
 * Quotes a word as GNU programs do, with the quotation marks that the locale has: {@code ‘word’} in
 * UTF-8, else {@code 'word'}. Names of files are quoted for the shell instead.
 */
record LocaleQuote(boolean utf8) {
  static LocaleQuote of(Map<String, String> environment) {
    for (String variable : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String locale = environment.getOrDefault(variable, "");
      if (!locale.isEmpty()) {
        String upper = locale.toUpperCase(Locale.ROOT);
        return new LocaleQuote(upper.contains("UTF-8") || upper.contains("UTF8"));
      }
    }
    return new LocaleQuote(false);
  }

  /** The word, an argument as {@link RawArguments} has it, within the marks. */
  String quote(String word) {
    StringBuilder quoted = new StringBuilder().append(utf8 ? '‘' : '\'');
    word.codePoints().forEach(c -> append(quoted, c));
    return quoted.append(right()).toString();
  }

  private char right() {
    return utf8 ? '’' : '\'';
  }

  private void append(StringBuilder quoted, int c) {
    if (c == '\\' || c == right()) {
      quoted.append('\\').appendCodePoint(c);
    } else if (c >= 7 && c <= 13) {
      quoted.append('\\').append("abtnvfr".charAt(c - 7));
    } else if (c < ' ' || c == 127 || RawArguments.isEscape(c) || (c > 127 && !utf8)) {
      for (byte one : RawArguments.bytes(Character.toString(c))) {
        quoted.append(String.format(Locale.ROOT, "\\%03o", one & 0xff));
      }
    } else {
      quoted.appendCodePoint(c);
    }
  }
}
