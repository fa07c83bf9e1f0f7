package dev.cleave.engine;

import java.util.List;

/**
 * What a copy would come to.
 *
 * @param copy its files and bytes, and the errors that can be known before
 * @param rooms what it would take of each file system that it writes to
 */
public record RehearsalOutcome(CopyOutcome copy, List<RoomNeed> rooms) {
  public RehearsalOutcome {
    rooms = List.copyOf(rooms);
  }
}
