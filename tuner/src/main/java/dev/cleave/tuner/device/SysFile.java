package dev.cleave.tuner.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One attribute file of /sys, read as a {@link Fact}: never an exception, but unknown with the
 * reason where the file is missing, unreadable, empty or holds something else.
 */
record SysFile(Path path) {
  /** An attribute fills a page at most (kernel: filesystems/sysfs.rst), which may have 64 KiB. */
  private static final int MOST_BYTES = 64 << 10;

  private static final int SHOWN_CHARS_OF_JUNK = 40;

  /** Its text without the white space around it. */
  Fact text() {
    try {
      String text = new String(bytes(), StandardCharsets.UTF_8).strip();
      return text.isEmpty()
          ? Fact.unknown("empty: ".concat(path.toString()))
          : Fact.reported(text, path.toString());
    } catch (IOException e) {
      return Fact.unknown(reason(e));
    }
  }

  /**
   * What it holds, as it is.
   *
   * @throws IOException if it can't be read or can't be an attribute: no file, or too long
   */
  byte[] bytes() throws IOException {
    return BoundedFile.read(path, MOST_BYTES);
  }

  Fact number() {
    return number(1);
  }

  /** A number that counts units of so many bytes, in bytes. */
  Fact number(long unitBytes) {
    return parsed("no number", text -> nonNegative(text, unitBytes));
  }

  /** {@code 1} or {@code 0}. */
  Fact flag() {
    return parsed(
        "neither 0 nor 1",
        text ->
            switch (text) {
              case "0" -> false;
              case "1" -> true;
              default -> null;
            });
  }

  /** The bracketed one of {@code none [mq-deadline] kyber}, or the only one. */
  Fact choice() {
    return parsed("no choice", SysFile::chosen);
  }

  private Fact parsed(String complaint, Function<String, @Nullable Object> parser) {
    Fact text = text();
    if (!(text.value() instanceof String content)) {
      return text;
    }
    Object value = parser.apply(content);
    return value == null
        ? Fact.unknown(complaint + ": '" + shown(content) + "' in " + path)
        : Fact.reported(value, path.toString());
  }

  private static @Nullable Object nonNegative(String text, long unitBytes) {
    try {
      long number = Long.parseLong(text);
      return number < 0 || number > Long.MAX_VALUE / unitBytes ? null : number * unitBytes;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Object chosen(String text) {
    int open = text.indexOf('[');
    int close = text.indexOf(']', open + 1);
    if (open >= 0 && close > open + 1) {
      return text.substring(open + 1, close);
    }
    return open < 0 && close < 0 && text.indexOf(' ') < 0 ? text : null;
  }

  private static String shown(String junk) {
    String start = junk.substring(0, Math.min(junk.length(), SHOWN_CHARS_OF_JUNK));
    return OneWord.of(start);
  }

  private String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file: ".concat(path.toString());
    }
    return e instanceof AccessDeniedException
        ? "no permission: ".concat(path.toString())
        : "unreadable: " + path + ": " + e.getMessage();
  }
}
