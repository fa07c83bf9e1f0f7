package dev.cleave.engine.io;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.uring.Ring;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** Keeps a number of requests to one file in flight. Used by one thread. */
public abstract sealed class RequestQueue implements AutoCloseable
    permits RingRequestQueue, ThreadRequestQueue {
  /** Of the buffers of all requests together. */
  public static final long MOST_BUFFER_BYTES = ByteSize.GIB;

  public static final int MOST_REQUESTS = 1024;

  /** Spelled out, since subclasses are all in this package. */
  RequestQueue() {}

  /**
   * A queue on io_uring, or on threads if this process may have no ring.
   *
   * @param blockBytes of each request, a multiple of {@link DeviceFile#UNIT_BYTES}
   * @param depth requests in flight
   */
  public static RequestQueue of(DeviceFile file, int blockBytes, int depth) throws IOException {
    SyscallException refusal = Ring.refusal(file.syscalls());
    return refusal == null
        ? RingRequestQueue.open(file, requests(file, blockBytes, depth))
        : new ThreadRequestQueue(
            file,
            requests(file, blockBytes, depth),
            depth + " threads, since io_uring is refused: " + refusal.getMessage());
  }

  /** A queue of threads, one for each request: what waits for its time can't hold up another. */
  public static RequestQueue ofThreads(DeviceFile file, int blockBytes, int depth) {
    return new ThreadRequestQueue(file, requests(file, blockBytes, depth), depth + " threads");
  }

  private static List<BlockRequest> requests(DeviceFile file, int blockBytes, int depth) {
    boolean fits = blockBytes > 0 && blockBytes % DeviceFile.UNIT_BYTES == 0;
    if (!fits || depth < 1 || depth > MOST_REQUESTS) {
      throw new IllegalArgumentException(
          "no queue of " + depth + " requests of " + blockBytes + " bytes to " + file.path());
    }
    if ((long) blockBytes * depth > MOST_BUFFER_BYTES) {
      throw new IllegalArgumentException("buffers of more than 1 GiB: " + depth + " requests");
    }
    List<BlockRequest> requests = new ArrayList<>();
    MemorySegment all = Arena.ofAuto().allocate((long) blockBytes * depth, DeviceFile.UNIT_BYTES);
    for (int i = 0; i < depth; i++) {
      requests.add(new BlockRequest(i, all.asSlice((long) i * blockBytes, blockBytes)));
    }
    return List.copyOf(requests);
  }

  /** All requests there are, to fill their buffers before the first run. */
  public abstract List<BlockRequest> requests();

  /**
   * Makes the source's requests until it has no more and the last has ended.
   *
   * @throws IOException the first request that failed, once those in flight have ended
   */
  public abstract void run(RequestSource source) throws IOException;

  /** What makes the requests, as {@code io_uring}, or threads and why. */
  public abstract String how();

  @Override
  public abstract void close() throws IOException;
}
