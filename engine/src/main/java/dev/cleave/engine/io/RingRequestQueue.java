package dev.cleave.engine.io;

import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.uring.Completion;
import dev.cleave.engine.linux.uring.Request;
import dev.cleave.engine.linux.uring.Ring;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests in flight in one io_uring, whose one thread hands them over and takes them back. */
final class RingRequestQueue extends RequestQueue {
  private final DeviceFile file;
  private final List<BlockRequest> requests;
  private final Ring ring;
  private final Deque<BlockRequest> idle = new ArrayDeque<>();
  private int inFlight;
  private @Nullable IOException failure;

  private RingRequestQueue(DeviceFile file, List<BlockRequest> requests, Ring ring) {
    this.file = file;
    this.requests = requests;
    this.ring = ring;
  }

  static RingRequestQueue open(DeviceFile file, List<BlockRequest> requests) throws IOException {
    Ring ring = Ring.open(file.syscalls(), requests.size());
    try {
      ring.registerFiles(file.descriptor());
      return new RingRequestQueue(file, requests, ring);
    } catch (SyscallException e) {
      ring.close();
      throw e;
    }
  }

  @Override
  public List<BlockRequest> requests() {
    return requests;
  }

  @Override
  public void run(RequestSource source) throws IOException {
    idle.clear();
    idle.addAll(requests);
    failure = null;
    boolean more = true;
    while (true) {
      more = more && failure == null && handOver(source);
      if (inFlight == 0) {
        break;
      }
      ring.submitAndWait();
      takeBack(source);
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Returns false if the source has no more. */
  private boolean handOver(RequestSource source) {
    while (!idle.isEmpty() && ring.hasRoom()) {
      BlockRequest request = idle.removeLast();
      request.startNanos = System.nanoTime();
      if (!source.next(request)) {
        idle.addLast(request);
        return false;
      }
      put(request);
    }
    return true;
  }

  private void put(BlockRequest request) {
    ring.put(
        new Request.Move(
            request.isWrite() ? Request.Direction.WRITE : Request.Direction.READ,
            0,
            request.buffer(),
            request.offset(),
            -1,
            request.index()));
    inFlight++;
  }

  private void takeBack(RequestSource source) {
    long now = System.nanoTime();
    for (Completion ended = ring.poll(); ended != null; ended = ring.poll()) {
      BlockRequest request = requests.get((int) ended.tag());
      inFlight--;
      Errno error = ended.error();
      if (error != null && (error.equals(Errno.EAGAIN) || error.equals(Errno.EINTR))) {
        put(request);
      } else {
        idle.addLast(request);
        end(source, request, ended.result(), error, now);
      }
    }
  }

  private void end(
      RequestSource source, BlockRequest request, int moved, @Nullable Errno error, long now) {
    if (error == null && moved == request.buffer().byteSize()) {
      source.done(request, request.startNanos, now);
    } else if (failure == null) {
      failure = failure(request, moved, error);
    }
  }

  private RequestException failure(BlockRequest request, int moved, @Nullable Errno error) {
    boolean write = request.isWrite();
    return error == null
        ? new RequestException(
            file.path(), write, request.offset(), "only " + moved + " bytes were moved")
        : new RequestException(
            file.path(), write, request.offset(), new SyscallException("io_uring", error));
  }

  @Override
  public String how() {
    return "io_uring";
  }

  @Override
  public void close() throws IOException {
    ring.close();
  }
}
