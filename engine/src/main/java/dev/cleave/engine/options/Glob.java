package dev.cleave.engine.options;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A pattern for file names, which are bytes: {@code ?} is any one byte but a slash, {@code *} any
 * number of them, {@code **} any number of bytes, slashes too; {@code [a-z]} is one of a set,
 * {@code [!a-z]} or {@code [^a-z]} one that isn't in it, {@code \\x} is x itself.
 *
 * <p>All ways to match are followed at once (Thompson 1968): no pattern takes more than its length
 * times the name's.
 *
 * <p>What bash would take for plain text since it lacks its end is refused: it mostly is a mistake,
 * and would leave out nothing.
 */
final class Glob {
  private static final int BYTES = 256;

  private final List<Part> parts;

  /**
   * @param bytes those it may be
   * @param repeated whether it stands for any number of them
   */
  private record Part(BitSet bytes, boolean repeated) {}

  private Glob(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /**
   * @throws IllegalArgumentException if the pattern is empty or malformed; the message is the
   *     reason
   */
  static Glob of(byte[] pattern) {
    if (pattern.length == 0) {
      throw new IllegalArgumentException("there is no name in it");
    }
    return new Glob(new Parser(pattern).parts());
  }

  /** Whether the whole name fits. */
  boolean matches(byte[] name) {
    BitSet places = reached(0, new BitSet(parts.size() + 1));
    for (int index = 0; index < name.length && !places.isEmpty(); index++) {
      places = step(places, Byte.toUnsignedInt(name[index]));
    }
    return places.get(parts.size());
  }

  private BitSet step(BitSet places, int one) {
    BitSet next = new BitSet(parts.size() + 1);
    for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
      if (place < parts.size() && parts.get(place).bytes().get(one)) {
        reached(parts.get(place).repeated() ? place : place + 1, next);
      }
    }
    return next;
  }

  /** The place, and those behind it that can be reached by repeating something zero times. */
  private BitSet reached(int place, BitSet places) {
    int last = place;
    places.set(last);
    while (last < parts.size() && parts.get(last).repeated()) {
      last++;
      places.set(last);
    }
    return places;
  }

  private static final class Parser {
    private final byte[] pattern;
    private final List<Part> parts = new ArrayList<>();
    private int next;

    Parser(byte[] pattern) {
      this.pattern = pattern;
    }

    List<Part> parts() {
      while (next < pattern.length) {
        parts.add(part(pattern[next++]));
      }
      return parts;
    }

    private Part part(byte first) {
      return switch (first) {
        case '?' -> new Part(allButSlash(), false);
        case '*' -> new Part(starred(), true);
        case '[' -> new Part(set(), false);
        case '\\' -> new Part(one(escaped()), false);
        default -> new Part(one(first), false);
      };
    }

    private byte escaped() {
      if (next == pattern.length) {
        throw new IllegalArgumentException("nothing stands behind the last \\");
      }
      return pattern[next++];
    }

    private BitSet starred() {
      boolean twice = next < pattern.length && pattern[next] == '*';
      next += twice ? 1 : 0;
      return twice ? all() : allButSlash();
    }

    /** What is in brackets. */
    private BitSet set() {
      int end = endOfSet();
      if (end < 0) {
        throw new IllegalArgumentException("no ] closes the [; \\[ stands for the bracket itself");
      }
      boolean negated = pattern[next] == '!' || pattern[next] == '^';
      next += negated ? 1 : 0;
      BitSet bytes = new BitSet(BYTES);
      while (next < end) {
        addRange(bytes, end);
      }
      next = end + 1;
      if (negated) {
        bytes.flip(0, BYTES);
      }
      bytes.clear('/');
      return bytes;
    }

    /** A closing bracket that comes first is one of the set. */
    private int endOfSet() {
      int at = next;
      if (at < pattern.length && (pattern[at] == '!' || pattern[at] == '^')) {
        at++;
      }
      at++;
      while (at < pattern.length && pattern[at] != ']') {
        at++;
      }
      return at < pattern.length ? at : -1;
    }

    private void addRange(BitSet bytes, int end) {
      int from = Byte.toUnsignedInt(pattern[next++]);
      int to = from;
      if (from == '[' && next < end && ":=.".indexOf(pattern[next]) >= 0) {
        throw new IllegalArgumentException("there are no classes as [:alpha:]; use ranges as a-z");
      }
      if (next + 1 < end && pattern[next] == '-') {
        to = Byte.toUnsignedInt(pattern[next + 1]);
        next += 2;
      }
      if (from > to) {
        throw new IllegalArgumentException("a range in brackets ends before it begins");
      }
      bytes.set(from, to + 1);
    }

    private static BitSet one(byte value) {
      BitSet bytes = new BitSet(BYTES);
      bytes.set(Byte.toUnsignedInt(value));
      return bytes;
    }

    private static BitSet all() {
      BitSet bytes = new BitSet(BYTES);
      bytes.set(0, BYTES);
      return bytes;
    }

    private static BitSet allButSlash() {
      BitSet bytes = all();
      bytes.clear('/');
      return bytes;
    }
  }
}
