package dev.cleave.engine.tree;

import dev.cleave.engine.linux.FileStatus;

/**
 * A source whose target exists already.
 *
 * @param follows whether the source, if it is a symbolic link, stands for what it points to
 * @param existing what would be written to: behind a symbolic link, if one is written through
 * @param link what has the target's name, whatever that is
 */
record Encounter(
    Entry entry, FileStatus source, boolean follows, FileStatus existing, FileStatus link) {}
