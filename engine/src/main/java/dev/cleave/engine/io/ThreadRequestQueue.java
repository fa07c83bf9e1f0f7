package dev.cleave.engine.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Requests in flight in threads that block, one each. */
final class ThreadRequestQueue extends RequestQueue {
  private final DeviceFile file;
  private final List<BlockRequest> requests;
  private final String how;
  private final Object turn = new Object();
  private volatile @Nullable Throwable failure;

  ThreadRequestQueue(DeviceFile file, List<BlockRequest> requests, String how) {
    this.file = file;
    this.requests = requests;
    this.how = how;
  }

  @Override
  public List<BlockRequest> requests() {
    return requests;
  }

  @Override
  public void run(RequestSource source) throws IOException {
    failure = null;
    List<Thread> threads = new ArrayList<>();
    for (BlockRequest request : requests.subList(1, requests.size())) {
      threads.add(
          Thread.ofPlatform()
              .name("cleave-request-" + request.index())
              .start(() -> work(source, request)));
    }
    work(source, requests.getFirst());
    for (Thread thread : threads) {
      join(thread);
    }
    Throwable first = failure;
    if (first instanceof IOException e) {
      throw e;
    }
    if (first != null) {
      throw new IllegalStateException("a request could not be made", first);
    }
  }

  /** A request in flight holds its buffer: there is no leaving before it ends. */
  private static void join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(RequestSource source, BlockRequest request) {
    try {
      while (failure == null && begin(source, request)) {
        if (request.isWrite()) {
          file.write(request.buffer(), request.offset());
        } else {
          file.read(request.buffer(), request.offset());
        }
        long end = System.nanoTime();
        synchronized (turn) {
          source.done(request, request.startNanos, end);
        }
      }
    } catch (IOException | RuntimeException | Error e) {
      fail(e);
    }
  }

  private boolean begin(RequestSource source, BlockRequest request) {
    synchronized (turn) {
      request.startNanos = System.nanoTime();
      if (!source.next(request)) {
        return false;
      }
    }
    waitUntilDue(request.startNanos);
    return true;
  }

  private static void waitUntilDue(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private void fail(Throwable e) {
    synchronized (turn) {
      if (failure == null) {
        failure = e;
      }
    }
  }

  @Override
  public String how() {
    return how;
  }

  @Override
  public void close() {}
}
