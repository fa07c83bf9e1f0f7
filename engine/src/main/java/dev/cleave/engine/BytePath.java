package dev.cleave.engine;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file name as Linux has it: any bytes but NUL. Java's {@link Path} loses names that don't decode
 * in the locale, so below the command line names are bytes.
 */
public final class BytePath implements Comparable<BytePath> {
  public static final BytePath EMPTY = new BytePath(new byte[0]);
  public static final BytePath WORKING_DIRECTORY = of(".");

  private final byte[] bytes;

  private BytePath(byte[] bytes) {
    this.bytes = bytes;
  }

  public static BytePath of(byte[] bytes) {
    return new BytePath(withoutNul(bytes.clone()));
  }

  private static byte[] withoutNul(byte[] bytes) {
    for (byte one : bytes) {
      if (one == 0) {
        throw new IllegalArgumentException("a file name can't contain a NUL byte");
      }
    }
    return bytes;
  }

  /** The name whose UTF-8 bytes are those of the text. */
  public static BytePath of(String text) {
    return new BytePath(withoutNul(text.getBytes(StandardCharsets.UTF_8)));
  }

  public static BytePath of(Path path) {
    return of(path.toString());
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** In bytes. */
  public int length() {
    return bytes.length;
  }

  /** The byte at that index, from 0 on. */
  public byte at(int index) {
    return bytes[index];
  }

  public boolean isEmpty() {
    return bytes.length == 0;
  }

  public boolean isAbsolute() {
    return bytes.length > 0 && bytes[0] == '/';
  }

  public boolean startsWith(BytePath start) {
    int length = start.bytes.length;
    return bytes.length >= length && Arrays.equals(bytes, 0, length, start.bytes, 0, length);
  }

  public boolean endsWith(BytePath end) {
    int from = bytes.length - end.bytes.length;
    return from >= 0 && Arrays.equals(bytes, from, bytes.length, end.bytes, 0, end.bytes.length);
  }

  public boolean endsWithSlash() {
    return bytes.length > 0 && bytes[bytes.length - 1] == '/';
  }

  /** This path without trailing slashes; the root stays. */
  public BytePath withoutTrailingSlashes() {
    int end = bytes.length;
    while (end > 1 && bytes[end - 1] == '/') {
      end--;
    }
    return end == bytes.length ? this : new BytePath(Arrays.copyOf(bytes, end));
  }

  /** This path as one below the root: {@code a/b} of {@code /a/b}. */
  public BytePath withoutLeadingSlashes() {
    int start = 0;
    while (start < bytes.length && bytes[start] == '/') {
      start++;
    }
    return start == 0 ? this : new BytePath(Arrays.copyOfRange(bytes, start, bytes.length));
  }

  /** The entry {@code name} below this path; nothing stands for the working directory. */
  public BytePath resolve(BytePath name) {
    if (isEmpty() || name.isAbsolute()) {
      return name;
    }
    int slash = endsWithSlash() ? 0 : 1;
    byte[] joined = Arrays.copyOf(bytes, bytes.length + slash + name.bytes.length);
    if (slash == 1) {
      joined[bytes.length] = '/';
    }
    System.arraycopy(name.bytes, 0, joined, bytes.length + slash, name.bytes.length);
    return new BytePath(joined);
  }

  /** The same name with that at its end. */
  public BytePath plus(BytePath end) {
    byte[] joined = Arrays.copyOf(bytes, bytes.length + end.bytes.length);
    System.arraycopy(end.bytes, 0, joined, bytes.length, end.bytes.length);
    return new BytePath(joined);
  }

  /** The last component: {@code b} of {@code a/b/}; the root's is itself. */
  public BytePath fileName() {
    BytePath path = withoutTrailingSlashes();
    int slash = path.lastSlash();
    return slash < 0 || path.bytes.length == 1
        ? path
        : new BytePath(Arrays.copyOfRange(path.bytes, slash + 1, path.bytes.length));
  }

  /** All but the last component: {@code a} of {@code a/b}; {@code .} if there is but one. */
  public BytePath parent() {
    BytePath path = withoutTrailingSlashes();
    int slash = path.lastSlash();
    if (slash < 0) {
      return WORKING_DIRECTORY;
    }
    return new BytePath(Arrays.copyOf(path.bytes, Math.max(slash, 1))).withoutTrailingSlashes();
  }

  private int lastSlash() {
    int slash = bytes.length - 1;
    while (slash >= 0 && bytes[slash] != '/') {
      slash--;
    }
    return slash;
  }

  /**
   * The name in single quotes, as cp and the shell write it: {@code 'a b'}, {@code 'a'$'\n''b'}.
   */
  public String quoted() {
    return ShellQuote.quote(bytes);
  }

  /** The name as cp writes it at the start of a message: quoted only if a shell needs that. */
  public String quotedIfNeeded() {
    return ShellQuote.isPlain(bytes) ? toString() : quoted();
  }

  /** The name as text; bytes that are no UTF-8 are shown as the replacement character. */
  @Override
  public String toString() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * The same name as a path of {@code java.nio}.
   *
   * @throws CharacterCodingException if its bytes are no UTF-8
   */
  public Path toPath() throws CharacterCodingException {
    CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    return Path.of(text.toString());
  }

  @Override
  public int compareTo(BytePath other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BytePath path && Arrays.equals(bytes, path.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
