package dev.cleave.bench.cli;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.options.Confirmation;
import java.util.Locale;

/**
 * Asks the user, in cp's words.
 *
 * @param removes whether what can't be written to is removed instead
 */
record Prompt(Console console, boolean removes) implements Confirmation {
  private static final int MODE_BITS = 07777;
  private static final String LETTERS = "rwxrwxrwx";

  @Override
  public boolean mayReplace(BytePath target, int unwritableMode) {
    if (unwritableMode == WRITABLE) {
      return console.confirms("overwrite " + target.quoted() + "? ");
    }
    String mode = String.format(Locale.ROOT, "%04o", unwritableMode & MODE_BITS);
    String shown = mode + (removes ? " (" : ", ") + letters(unwritableMode) + ")";
    return console.confirms(
        removes
            ? "replace " + target.quoted() + ", overriding mode " + shown + "? "
            : "unwritable " + target.quoted() + " (mode " + shown + "; try anyway? ");
  }

  /** The permissions as {@code ls -l} has them: {@code rw-r--r--}. */
  private static String letters(int mode) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < LETTERS.length(); i++) {
      letters.append((mode >> (LETTERS.length() - 1 - i) & 1) == 1 ? LETTERS.charAt(i) : '-');
    }
    special(letters, 2, (mode & 04000) != 0, 's');
    special(letters, 5, (mode & 02000) != 0, 's');
    special(letters, 8, (mode & 01000) != 0, 't');
    return letters.toString();
  }

  /** Setuid, setgid and sticky stand in the place of an x; in capitals if there is no x. */
  private static void special(StringBuilder letters, int at, boolean set, char letter) {
    if (set) {
      letters.setCharAt(at, letters.charAt(at) == 'x' ? letter : Character.toUpperCase(letter));
    }
  }
}
