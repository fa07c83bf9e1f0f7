package dev.cleave.bench.cli;

import dev.cleave.engine.BytePath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments as the kernel has them. Java decodes argv by the locale and loses what doesn't
 * decode, so they are read from /proc/self/cmdline; a byte that is no UTF-8 becomes the lone
 * surrogate U+DC00 + byte (the way of Python's PEP 383), which no text contains, and so comes back
 * unharmed in {@link #path}.
 */
final class RawArguments {
  private static final int ESCAPE = 0xdc00;

  private RawArguments() {}

  /** The arguments of this process; {@code decoded} are those that Java has, for their number. */
  static String[] ofThisProcess(String[] decoded) {
    try {
      return last(decoded.length, Files.readAllBytes(Path.of("/proc/self/cmdline")));
    } catch (IOException e) {
      return decoded; // no /proc: names that don't decode are lost then
    }
  }

  /** The last {@code count} of the arguments, each of which a NUL ends. */
  static String[] last(int count, byte[] commandLine) {
    List<String> arguments = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < commandLine.length; i++) {
      if (commandLine[i] == 0) {
        arguments.add(decode(commandLine, start, i));
        start = i + 1;
      }
    }
    return arguments.subList(arguments.size() - count, arguments.size()).toArray(new String[0]);
  }

  private static String decode(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder();
    int at = from;
    while (at < to) {
      int length = characterLength(bytes, at, to);
      if (length == 0) {
        text.append((char) (ESCAPE + (bytes[at] & 0xff)));
        at++;
      } else {
        text.append(new String(bytes, at, length, StandardCharsets.UTF_8));
        at += length;
      }
    }
    return text.toString();
  }

  /** Bytes of the UTF-8 character at {@code at}; 0 if there is none. */
  private static int characterLength(byte[] bytes, int at, int end) {
    if (bytes[at] >= 0) {
      return 1;
    }
    for (int length = 2; length <= Math.min(4, end - at); length++) {
      if (isText(ByteBuffer.wrap(bytes, at, length))) {
        return length;
      }
    }
    return 0;
  }

  private static boolean isText(ByteBuffer bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(bytes);
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** The file name that an argument stands for, byte for byte. */
  static BytePath path(String argument) {
    return BytePath.of(bytes(argument));
  }

  /** The bytes of an argument, or of a message with one in it. */
  static byte[] bytes(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    text.codePoints()
        .forEach(
            c -> {
              if (isEscape(c)) {
                bytes.write(c - ESCAPE);
              } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
              }
            });
    return bytes.toByteArray();
  }

  /** Whether that is no character, but stands for a byte that is none. */
  static boolean isEscape(int character) {
    return character >= ESCAPE && character <= ESCAPE + 0xff;
  }
}
