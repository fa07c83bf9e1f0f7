package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;

/**
 * The copy of a source that has several names, for its other names to be linked to.
 *
 * @param path below the {@link TreeRoot} of the target
 * @param file what was made there, so that a link to something else is noticed
 */
record FirstCopy(BytePath path, FileId file) {
  FirstCopy {
    if (path.isEmpty()) {
      throw new IllegalArgumentException("a copy has a name");
    }
  }
}
