package dev.cleave.engine;

import java.util.OptionalLong;

/**
 * What a copy would take of one file system, without its directories and other metadata.
 *
 * @param below a directory of it that the copy writes to
 * @param leastBytes of room that it takes at its fullest
 * @param mostBytes likewise, if no blocks are shared and no zeros become holes where they may
 * @param freeBytes empty if the file system has no limit, or doesn't tell
 */
public record RoomNeed(BytePath below, long leastBytes, long mostBytes, OptionalLong freeBytes) {
  /** Whether there is enough whatever happens to blocks that may be shared. */
  public boolean fits() {
    return freeBytes.isEmpty() || mostBytes <= freeBytes.getAsLong();
  }

  /** Whether there is enough if all blocks are shared that may be. */
  public boolean mayFit() {
    return freeBytes.isEmpty() || leastBytes <= freeBytes.getAsLong();
  }
}
