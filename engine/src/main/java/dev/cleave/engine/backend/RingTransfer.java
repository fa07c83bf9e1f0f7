package dev.cleave.engine.backend;

import dev.cleave.engine.ByteRange;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.uring.Completion;
import dev.cleave.engine.linux.uring.Request;
import dev.cleave.engine.linux.uring.Request.Kind;
import dev.cleave.engine.linux.uring.Ring;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One range through one ring. Each slot takes the next chunk, reads it, writes it, and takes
 * another, so that reads and writes of different chunks overlap.
 *
 * <p>However it ends, nothing is in flight any more when it does: the kernel would write into
 * buffers that another task has borrowed meanwhile.
 */
final class RingTransfer {
  private static final int SOURCE = 0;
  private static final int TARGET = 1;

  /** Buffers that are filled fewer times are not worth pinning. */
  private static final long REGISTER_FROM_USES = 4;

  private final Ring ring;
  private final FilePair files;
  private final CopyTask task;
  private final ByteRange range;
  private final List<Slot> slots = new ArrayList<>();
  private long next;
  private int inFlight;
  private boolean hasRegisteredBuffers;

  RingTransfer(Ring ring, FilePair files, CopyPlan plan, ByteRange range, CopyTask task) {
    this.ring = ring;
    this.files = files;
    this.task = task;
    this.range = range;
    this.next = range.offset();
    long chunks = (range.length() + plan.chunkBytes() - 1) / plan.chunkBytes();
    for (int i = 0; i < Math.min(plan.queueDepth(), chunks); i++) {
      slots.add(new Slot(i, MemorySegment.ofBuffer(task.buffer(i).clear())));
    }
  }

  void run() throws IOException {
    registerBuffers();
    try {
      for (Slot slot : slots) {
        slot.takeNextChunk();
      }
      while (inFlight > 0) {
        takeCompletions();
      }
    } finally {
      drain();
    }
  }

  /** An optional gain: RLIMIT_MEMLOCK is 8 MiB for most users, and registering costs a pass. */
  private void registerBuffers() {
    long worthIt = REGISTER_FROM_USES * slots.stream().mapToLong(s -> s.buffer.byteSize()).sum();
    if (range.length() < worthIt) {
      return;
    }
    try {
      ring.registerBuffers(slots.stream().map(slot -> slot.buffer).toList());
      hasRegisteredBuffers = true;
    } catch (SyscallException e) {
      hasRegisteredBuffers = false; // the same requests, with the buffer looked up each time
    }
  }

  private void takeCompletions() throws IOException {
    submit(1);
    for (Completion done = ring.poll(); done != null; done = ring.poll()) {
      inFlight--;
      slots.get((int) done.tag()).completed(done);
    }
  }

  private void submit(int atLeast) throws SyscallException {
    for (int attempt = 0; ; attempt++) {
      try {
        ring.submit(atLeast);
        return;
      } catch (SyscallException e) {
        boolean full = e.is(Errno.EBUSY); // completions wait to be taken first
        if (!full && !Retry.isDue(e, attempt)) {
          throw e;
        }
        if (full) {
          return;
        }
      }
    }
  }

  /** After an error: what is in flight still comes back, and counts no more. */
  private void drain() throws SyscallException {
    while (inFlight > 0) {
      submit(1);
      while (ring.poll() != null) {
        inFlight--;
      }
    }
  }

  /** One chunk at a time, in one buffer. */
  private final class Slot {
    private final int index;
    private final MemorySegment buffer;
    private Kind kind = Kind.READ;
    private long offset;
    private long length;
    private long done;
    private int attempt;

    Slot(int index, MemorySegment buffer) {
      this.index = index;
      this.buffer = buffer;
    }

    void takeNextChunk() {
      offset = next;
      length = Math.min(buffer.byteSize(), range.end() - next);
      if (length > 0) {
        next += length;
        start(Kind.READ);
      }
    }

    private void start(Kind what) {
      kind = what;
      done = 0;
      putRest();
    }

    private void putRest() {
      MemorySegment rest = buffer.asSlice(done, length - done);
      int file = kind == Kind.READ ? SOURCE : TARGET;
      ring.put(new Request(kind, file, rest, offset + done, registered(), index));
      inFlight++;
    }

    private int registered() {
      return hasRegisteredBuffers ? index : -1;
    }

    void completed(Completion completion) throws IOException {
      Errno error = completion.error();
      if (error != null && Retry.isDue(error, attempt)) {
        attempt++;
        putRest();
        return;
      }
      attempt = 0;
      switch (kind) {
        case READ -> read(completion, error);
        case WRITE -> written(completion, error);
      }
    }

    private void read(Completion completion, @Nullable Errno error) throws IOException {
      if (error != null) {
        SyscallException cause = new SyscallException("io_uring read", error);
        throw TransferException.reading(files.sourceName(), offset + done, cause);
      }
      if (completion.result() == 0) {
        throw new SourceShrankException(files.sourceName(), offset + done);
      }
      done += completion.result();
      if (done < length) {
        putRest();
      } else {
        start(Kind.WRITE);
      }
    }

    private void written(Completion completion, @Nullable Errno error) throws IOException {
      if (error != null) {
        SyscallException cause = new SyscallException("io_uring write", error);
        throw TransferException.writing(files.targetName(), offset + done, cause);
      }
      done += PositionalTransfer.progress(files.targetName(), completion.result(), offset + done);
      if (done < length) {
        putRest();
      } else {
        long finished = length;
        takeNextChunk();
        task.advanced(finished);
      }
    }
  }
}
