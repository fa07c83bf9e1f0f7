package dev.cleave.engine.linux.uring;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** The memory that a ring shares with the kernel: requests go in, completions come out. */
final class RingQueues {
  /** Shared with the kernel: release what is for it, acquire what is from it. */
  private static final VarHandle WORD = JAVA_INT.varHandle();

  private final RingLayout layout;
  private final MemorySegment queues;
  private final MemorySegment entries;
  private int tail;

  RingQueues(RingLayout layout, MemorySegment queues, MemorySegment entries) {
    this.layout = layout;
    this.queues = queues;
    this.entries = entries;
    this.tail = queues.get(JAVA_INT, layout.submissionTail());
    for (int i = 0; i < layout.submissionEntries(); i++) {
      queues.set(JAVA_INT, layout.submissionArray() + (long) i * Integer.BYTES, i);
    }
  }

  void put(Request request) {
    int index = tail & (layout.submissionEntries() - 1);
    MemorySegment entry =
        entries.asSlice(index * RingLayout.SUBMISSION_BYTES, RingLayout.SUBMISSION_BYTES);
    entry.fill((byte) 0);
    request.fill(entry);
    tail++;
    WORD.setRelease(queues, (long) layout.submissionTail(), tail);
  }

  /** Requests that the kernel has not taken yet. */
  int waiting() {
    return tail - (int) WORD.getAcquire(queues, (long) layout.submissionHead());
  }

  boolean hasRoom() {
    return waiting() < layout.submissionEntries();
  }

  /** Takes a completion out; null if none is there. */
  @Nullable Completion poll() {
    int head = queues.get(JAVA_INT, layout.completionHead());
    if (head == (int) WORD.getAcquire(queues, (long) layout.completionTail())) {
      return null;
    }
    long index = head & (layout.completionEntries() - 1);
    long at = layout.completionArray() + index * RingLayout.COMPLETION_BYTES;
    Completion completion = new Completion(queues.get(JAVA_LONG, at), queues.get(JAVA_INT, at + 8));
    WORD.setRelease(queues, (long) layout.completionHead(), head + 1);
    return completion;
  }

  /** What was mapped, for who unmaps it. */
  MemorySegment[] mappings() {
    return new MemorySegment[] {entries, queues};
  }
}
