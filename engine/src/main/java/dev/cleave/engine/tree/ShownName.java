package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The whole name of a directory as the user would write it, put together when somebody asks: the
 * whole names of all directories above one that is 5,000 levels down can take gigabytes.
 */
final class ShownName {
  private final @Nullable ShownName above;
  private final BytePath name;
  private volatile @Nullable BytePath path;

  private ShownName(@Nullable ShownName above, BytePath name) {
    this.above = above;
    this.name = name;
  }

  /** Of what the user named. */
  static ShownName of(BytePath named) {
    return new ShownName(null, named);
  }

  /** Of a directory in this one. */
  ShownName resolve(BytePath entry) {
    return new ShownName(this, entry);
  }

  /** This directory's path below what the user named; empty of that itself. */
  BytePath belowNamed() {
    Deque<BytePath> names = new ArrayDeque<>();
    for (ShownName at = this; at.above != null; at = at.above) {
      names.push(at.name);
    }
    return join(BytePath.EMPTY, names);
  }

  BytePath path() {
    @Nullable BytePath known = path;
    if (known == null) {
      known = join();
      path = known;
    }
    return known;
  }

  /** Takes no more memory than the last name, until somebody asks again. */
  void forget() {
    path = null;
  }

  private BytePath join() {
    Deque<BytePath> below = new ArrayDeque<>();
    ShownName start = this;
    while (start.path == null && start.above != null) {
      below.push(start.name);
      start = start.above;
    }
    @Nullable BytePath known = start.path;
    BytePath first = known == null ? start.name : known;
    if (below.size() < 2) {
      return below.isEmpty() ? first : first.resolve(below.pop());
    }
    return join(first, below);
  }

  private static BytePath join(BytePath first, Iterable<BytePath> below) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(first.bytes());
    boolean slash = !(first.isEmpty() || first.endsWithSlash());
    for (BytePath name : below) {
      if (slash) {
        whole.write('/');
      }
      whole.writeBytes(name.bytes());
      slash = true;
    }
    return BytePath.of(whole.toByteArray());
  }
}
