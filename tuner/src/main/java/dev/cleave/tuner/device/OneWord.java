package dev.cleave.tuner.device;

/** Text as one printable word, so that it fits into a line of a file and into a message. */
final class OneWord {
  private OneWord() {}

  /** The text with {@code _} in place of white space and control characters. */
  static String of(String text) {
    StringBuilder word = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      word.append(Character.isWhitespace(c) || Character.isISOControl(c) ? '_' : c);
    }
    return word.toString();
  }
}
