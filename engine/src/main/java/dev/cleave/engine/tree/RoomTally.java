package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.RoomNeed;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.ReflinkMode;
import dev.cleave.engine.options.SparseMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what the data of a copy takes of each file system, one file after the other: an old file
 * stays until the new one is there. Used by one thread.
 */
final class RoomTally {
  private static final long BLOCK_BYTES = 4 * ByteSize.KIB; // what nearly all file systems have
  private static final int STATUS_BLOCK_BYTES = 512; // the unit of st_blocks, stat(3type)

  /** linux/magic.h; those that can share blocks: btrfs, xfs, bcachefs, zfs, ocfs2. */
  private static final Set<Long> SHARE_BLOCKS =
      Set.of(0x9123683eL, 0x58465342L, 0xca451a4eL, 0x2fc12fc1L, 0x7461636fL);

  private final CopyOptions options;
  private final Map<Long, Room> rooms = new LinkedHashMap<>();
  private @Nullable Room current;

  /** One file system. */
  private static final class Room {
    private final BytePath below;
    private final long device;
    private final OptionalLong free;
    private final boolean sharesBlocks;
    private final Fullness least = new Fullness();
    private final Fullness most = new Fullness();

    Room(BytePath below, long device, Fd directory) throws SyscallException {
      this.below = below;
      this.device = device;
      this.free = directory.syscalls().availableBytes(directory.number());
      this.sharesBlocks = SHARE_BLOCKS.contains(directory.syscalls().fstatfs(directory.number()));
    }

    RoomNeed need() {
      return new RoomNeed(below, least.highest, most.highest, free);
    }
  }

  private static final class Fullness {
    private long now;
    private long highest;

    void add(long bytes, long freed, boolean inPlace) {
      highest = Math.max(highest, now + bytes - (inPlace ? freed : 0));
      now += bytes - freed;
    }
  }

  RoomTally(CopyOptions options) {
    this.options = options;
  }

  /** What follows goes there, or into what would be made there. */
  void enter(TargetName target) throws SyscallException {
    if (!target.parent().isNew()) {
      enter(target.parent(), target.shown().parent());
    }
  }

  /** Likewise. */
  void enter(TargetDirectory directory, BytePath shown) throws SyscallException {
    long device = FileId.of(directory.before()).device();
    Room room = rooms.get(device);
    if (room == null) {
      room = new Room(shown, device, directory.fd());
      rooms.put(device, room);
    }
    current = room;
  }

  /**
   * One more file.
   *
   * @param bytes of its data
   * @param old the file that goes, or is written over; null if there is none, or it stays
   */
  void add(FileStatus source, long bytes, @Nullable FileStatus old) {
    Room room = current;
    if (room == null) {
      return;
    }
    long wanted = Math.ceilDiv(bytes, BLOCK_BYTES) * BLOCK_BYTES;
    long freed = old == null || old.links() > 1 ? 0 : old.blocks() * STATUS_BLOCK_BYTES;
    boolean inPlace = options.data().inPlace() || (old != null && old.links() > 1);
    room.most.add(wanted, freed, inPlace);
    room.least.add(mayTakeNone(source, room) ? 0 : wanted, freed, inPlace);
  }

  private boolean mayTakeNone(FileStatus source, Room room) {
    SparseMode sparse = options.data().sparse();
    return sparse == SparseMode.ALWAYS
        || (sparse == SparseMode.AUTO
            && options.data().reflink() != ReflinkMode.NEVER
            && room.sharesBlocks
            && room.device == FileId.of(source).device());
  }

  List<RoomNeed> needs() {
    List<RoomNeed> needs = new ArrayList<>();
    rooms.values().forEach(room -> needs.add(room.need()));
    return needs;
  }
}
