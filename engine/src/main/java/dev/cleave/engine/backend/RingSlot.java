package dev.cleave.engine.backend;

import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.uring.Completion;
import dev.cleave.engine.linux.uring.Request;
import dev.cleave.engine.linux.uring.Request.Direction;
import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** One chunk at a time, in one buffer: read, then written, with one request in flight. */
final class RingSlot {
  private final RingTransfer transfer;
  private final int index;
  private final MemorySegment buffer;
  private Direction direction = Direction.READ;
  private long offset;
  private long length;
  private long done;
  private int attempt;

  RingSlot(RingTransfer transfer, int index, MemorySegment buffer) {
    this.transfer = transfer;
    this.index = index;
    this.buffer = buffer;
  }

  MemorySegment buffer() {
    return buffer;
  }

  void takeNextChunk() {
    offset = transfer.next();
    length = Math.min(buffer.byteSize(), transfer.left());
    if (length > 0) {
      transfer.take(length);
      start(Direction.READ);
    }
  }

  private void start(Direction what) {
    direction = what;
    done = 0;
    putRest();
  }

  private void putRest() {
    int file = direction == Direction.READ ? RingCopier.SOURCE : RingCopier.TARGET;
    int registered = transfer.hasRegisteredBuffers() ? index : -1;
    transfer
        .inFlight()
        .put(new Request.Move(direction, file, rest(), offset + done, registered, index));
  }

  private MemorySegment rest() {
    return buffer.asSlice(done, length - done);
  }

  void completed(Completion completion) throws IOException {
    Errno error = completion.error();
    if (error == null) {
      attempt = 0;
      advance(completion.result());
    } else if (Retry.isDue(error, attempt)) {
      attempt++;
      putRest();
    } else if (isRefusal(error)) {
      transfer.stop(offset + done, "io_uring " + name() + ": " + error.name());
      finishByCalls();
    } else {
      throw failed(new SyscallException("io_uring " + name(), error));
    }
  }

  /** That the kernel gave the request back, or can't do it directly: not that the file is bad. */
  private boolean isRefusal(Errno error) {
    return error.equals(Errno.ECANCELED)
        || (transfer.unitBytes() > 1 && DirectFiles.isRefusal(error));
  }

  private String name() {
    return direction == Direction.READ ? "read" : "write";
  }

  TransferException failed(SyscallException cause) {
    FilePair files = transfer.files();
    return direction == Direction.READ
        ? TransferException.reading(files.sourceName(), offset + done, cause)
        : TransferException.writing(files.targetName(), offset + done, cause);
  }

  private void advance(int count) throws IOException {
    done +=
        switch (direction) {
          case READ -> PositionalTransfer.filled(transfer.files(), count, offset + done);
          case WRITE -> PositionalTransfer.progress(transfer.files(), count, offset + done);
        };
    if (done == length) {
      finished();
    } else if (done % transfer.unitBytes() == 0) {
      putRest();
    } else {
      finishByCalls(); // a short count, behind which nothing is aligned
    }
  }

  private void finished() {
    if (direction == Direction.READ) {
      start(Direction.WRITE);
      return;
    }
    long copied = length;
    takeNextChunk();
    transfer.task().advanced(copied);
  }

  private void finishByCalls() throws IOException {
    PositionalTransfer calls = transfer.calls();
    FilePair files = transfer.files();
    if (direction == Direction.READ) {
      while (done < length) {
        done += calls.read(files.source(), rest(), offset + done).byteSize();
      }
      direction = Direction.WRITE;
      done = 0;
    }
    calls.write(files.target(), rest(), offset + done);
    finished();
  }
}
