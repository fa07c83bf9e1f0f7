package dev.cleave.bench.cli;

import dev.cleave.engine.RoomNeed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code cleave copy --dry-run --json} says beyond a copy.
 *
 * @param replaced existing targets that would be written over; the next two likewise
 * @param skipped sources that would not be copied, since their target would be left alone
 * @param rooms one for each file system that would be written to
 */
public record DryRunEntry(
    long replaced, long removed, long backedUp, long skipped, List<Room> rooms) {
  /**
   * What would be taken of one file system.
   *
   * @param leastBytes if all blocks are shared that may be
   * @param freeBytes null where there is no limit
   */
  public record Room(
      String below, long leastBytes, long mostBytes, @Nullable Long freeBytes, boolean fits) {
    static Room of(RoomNeed need) {
      return new Room(
          need.below().toString(),
          need.leastBytes(),
          need.mostBytes(),
          need.freeBytes().isPresent() ? need.freeBytes().getAsLong() : null,
          need.mayFit());
    }
  }

  static DryRunEntry of(DryRunCounts counts, List<RoomNeed> rooms) {
    return new DryRunEntry(
        counts.replaced(),
        counts.removed(),
        counts.backedUp(),
        counts.skipped(),
        rooms.stream().map(Room::of).toList());
  }
}
