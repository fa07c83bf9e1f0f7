package dev.cleave.engine;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Quotes a file name so that it can be pasted into a shell, as GNU's {@code
 * --quoting-style=shell-escape-always} does: {@code 'a b'}, {@code "it's"}, {@code 'a'$'\n''b'}.
 */
final class ShellQuote {
  private ShellQuote() {}

  /** Characters with a meaning to some shell, and the colon that ends a name in a message. */
  private static final String SPECIAL = " !\"$&'()*;<=>?[\\^`|:";

  /** Whether a shell takes the name for itself, as GNU's {@code shell-escape} has it. */
  static boolean isPlain(byte[] name) {
    if (name.length == 0 || name[0] == '#' || name[0] == '~') {
      return false;
    }
    if (name.length == 1 && (name[0] == '{' || name[0] == '}')) {
      return false;
    }
    for (int i = 0; i < name.length; ) {
      int length = printableLength(name, i);
      if (length == 0 || SPECIAL.indexOf(name[i]) >= 0) {
        return false;
      }
      i += length;
    }
    return true;
  }

  static String quote(byte[] name) {
    StringBuilder plain = new StringBuilder();
    boolean escapes = false;
    boolean apostrophe = false;
    boolean special = false;
    for (int i = 0; i < name.length; ) {
      int length = printableLength(name, i);
      escapes |= length == 0;
      apostrophe |= name[i] == '\'';
      special |= "\"$`\\".indexOf(name[i]) >= 0;
      plain.append(new String(name, i, Math.max(length, 1), StandardCharsets.UTF_8));
      i += Math.max(length, 1);
    }
    if (!escapes && apostrophe && !special) {
      return '"' + plain.toString() + '"';
    }
    return escapes ? escaped(name) : "'" + plain.toString().replace("'", "'\\''") + "'";
  }

  private static String escaped(byte[] name) {
    StringBuilder quoted = new StringBuilder("'");
    boolean inEscape = false;
    for (int i = 0; i < name.length; ) {
      int length = printableLength(name, i);
      if (length == 0 && !inEscape) {
        quoted.append("'$'");
      } else if (length > 0 && inEscape) {
        quoted.append("''");
      }
      inEscape = length == 0;
      if (length == 0) {
        quoted.append(escape(name[i]));
      } else if (name[i] == '\'') {
        quoted.append("'\\''");
      } else {
        quoted.append(new String(name, i, length, StandardCharsets.UTF_8));
      }
      i += Math.max(length, 1);
    }
    return quoted.append('\'').toString();
  }

  private static String escape(byte value) {
    return switch (value) {
      case 7 -> "\\a";
      case '\b' -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case 11 -> "\\v";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      default -> String.format(Locale.ROOT, "\\%03o", value & 0xff);
    };
  }

  /** Bytes of the printable character that starts at {@code at}; 0 if none does. */
  private static int printableLength(byte[] name, int at) {
    if (name[at] >= 0) {
      return name[at] < ' ' || name[at] == 127 ? 0 : 1;
    }
    for (int length = 2; length <= Math.min(4, name.length - at); length++) {
      int character = character(ByteBuffer.wrap(name, at, length));
      if (character >= 0) {
        return Character.isISOControl(character) ? 0 : length;
      }
    }
    return 0;
  }

  /** The one character that the bytes are in UTF-8; -1 if they are none, or one cut short. */
  private static int character(ByteBuffer bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return text.codePointCount(0, text.length()) == 1 ? text.codePointAt(0) : -1;
    } catch (CharacterCodingException incomplete) {
      return -1;
    }
  }
}
