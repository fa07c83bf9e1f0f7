package dev.cleave.bench.trial;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A sum that is unknown as soon as one of its parts is. */
final class ByteTotal {
  private boolean known = true;
  private long bytes;

  void add(OptionalLong more) {
    known &= more.isPresent();
    bytes += more.orElse(0);
  }

  @Nullable Long value() {
    return known ? Long.valueOf(bytes) : null;
  }
}
