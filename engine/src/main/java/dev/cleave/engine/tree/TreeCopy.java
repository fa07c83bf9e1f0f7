package dev.cleave.engine.tree;

import dev.cleave.engine.CopyItem;
import dev.cleave.engine.CopyOutcome;
import dev.cleave.engine.CopyRequest;
import dev.cleave.engine.RehearsalOutcome;
import dev.cleave.engine.RoomNeed;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Copies the items of a request, whatever they are: one thread walks, others copy what it finds.
 * What can't be copied is reported, the rest goes on.
 */
public final class TreeCopy {
  private TreeCopy() {}

  /**
   * Copies everything the request asks for.
   *
   * @throws java.util.concurrent.CancellationException if it was cancelled; nothing half-written is
   *     left
   */
  public static CopyOutcome copy(CopyRequest request, Syscalls syscalls) throws IOException {
    return copy(request, syscalls, BandwidthLimit.Clock.SYSTEM);
  }

  static CopyOutcome copy(CopyRequest request, Syscalls syscalls, BandwidthLimit.Clock clock)
      throws IOException {
    long start = System.nanoTime();
    try (CopySession session = new CopySession(request, syscalls, clock, null)) {
      copyAll(request, session);
      boolean durable = request.options().data().sync().isDurable();
      return session.results().outcome(System.nanoTime() - start, durable);
    }
  }

  /** Says what {@link #copy} would do, and changes nothing. */
  public static RehearsalOutcome rehearse(CopyRequest request, Syscalls syscalls)
      throws IOException {
    long start = System.nanoTime();
    RoomTally room = new RoomTally(request.options());
    Rehearsal rehearsal = new Rehearsal(room);
    try (CopySession session =
        new CopySession(request, syscalls, BandwidthLimit.Clock.SYSTEM, rehearsal)) {
      copyAll(request, session);
      for (RoomNeed need : room.needs()) {
        session.results().add(LackOfRoom.report(need));
      }
      CopyOutcome copy = session.results().outcome(System.nanoTime() - start, false);
      return new RehearsalOutcome(copy, room.needs());
    }
  }

  private static void copyAll(CopyRequest request, CopySession session) throws IOException {
    PreserveFailures failures = new PreserveFailures(session.results());
    MetadataCopy metadata =
        new MetadataCopy(
            request.options(),
            currentUmask(session.syscalls()),
            session.syscalls().geteuid(),
            failures);
    Consumer<Entry> entries =
        session.rehearsal() == null
            ? new EntryCopy(session, metadata)::copy
            : new RehearsedEntries(session, session.rehearsal())::rehearse;
    DirectoryCopy directories = new DirectoryCopy(session, metadata);
    NamedParents parents = new NamedParents(session, metadata);
    try (FileWorkers workers = new FileWorkers(session.filesInFlight(), entries, session.stop());
        TreeWalk walk = new TreeWalk(session, directories, parents, workers)) {
      for (CopyItem item : request.items()) {
        walk.walk(item);
      }
      walk.finish();
    }
    session.stop().rethrow();
    parents.finish();
    failures.tellCounts();
  }

  /** The kernel only tells it when it is set. */
  private static int currentUmask(Syscalls syscalls) throws SyscallException {
    int umask = syscalls.umask(077);
    syscalls.umask(umask);
    return umask;
  }
}
