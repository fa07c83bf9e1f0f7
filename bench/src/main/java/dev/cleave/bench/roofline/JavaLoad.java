package dev.cleave.bench.roofline;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A load by threads of this JVM, one for each request in flight. It preallocates nothing: Java
 * can't.
 */
record JavaLoad(LoadSettings settings) implements LoadGenerator {
  private static final double NANOS = 1e9;

  /** What direct I/O of any device is content with. */
  private static final long ALIGNMENT = 4096;

  JavaLoad {
    if (settings.preallocate()) {
      throw new IllegalArgumentException("Java can't preallocate");
    }
  }

  @Override
  public double seconds(Load load, LoadFiles files) throws IOException {
    List<FileChannel> open = new ArrayList<>();
    try (ExecutorService threads = Executors.newCachedThreadPool();
        Arena arena = Arena.ofShared()) {
      List<Worker> workers = new ArrayList<>();
      if (load.reads()) {
        open.add(open(files.source(), StandardOpenOption.READ));
        workers.addAll(workers(open.getLast(), false, files, arena));
      }
      if (load.writes()) {
        open.add(open(files.target(), StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW));
        workers.addAll(workers(open.getLast(), true, files, arena));
      }
      long start = System.nanoTime();
      await(workers.stream().map(worker -> threads.submit(worker)).toList(), threads);
      if (load.writes()) {
        open.getLast().force(true);
      }
      return (System.nanoTime() - start) / NANOS;
    } finally {
      for (FileChannel channel : open) {
        channel.close();
      }
    }
  }

  private static void await(List<? extends Future<?>> all, ExecutorService threads)
      throws IOException {
    IOException failure = null;
    boolean interrupted = false;
    for (Future<?> one : all) { // all of them: their buffers are freed after this
      try {
        one.get();
      } catch (ExecutionException e) {
        failure = new IOException(String.valueOf(e.getCause()), e);
      } catch (InterruptedException e) {
        failure = new IOException("interrupted", e);
        interrupted = true;
        threads.shutdownNow();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure != null) {
      throw failure;
    }
  }

  private FileChannel open(Path file, OpenOption... options) throws IOException {
    List<OpenOption> all = new ArrayList<>(List.of(options));
    if (settings.direct()) {
      all.add(com.sun.nio.file.ExtendedOpenOption.DIRECT);
    }
    return FileChannel.open(file, Set.copyOf(all));
  }

  private List<Worker> workers(FileChannel channel, boolean writes, LoadFiles files, Arena arena) {
    AtomicLong next = new AtomicLong();
    List<Worker> workers = new ArrayList<>();
    for (int i = 0; i < settings.requests(); i++) {
      ByteBuffer buffer = arena.allocate(settings.blockBytes(), ALIGNMENT).asByteBuffer();
      if (writes) {
        fill(buffer, i);
      }
      workers.add(new Worker(channel, writes, next, files.bytes(), buffer));
    }
    return workers;
  }

  private static void fill(ByteBuffer buffer, int seed) {
    byte[] random = new byte[buffer.capacity()];
    new SplittableRandom(seed).nextBytes(random);
    buffer.put(random);
  }

  /** One request after the other, of what no other worker has taken yet. */
  private record Worker(
      FileChannel channel, boolean writes, AtomicLong next, long bytes, ByteBuffer buffer)
      implements Callable<Boolean> {
    @Override
    public Boolean call() throws IOException {
      long block = buffer.capacity();
      for (long at = next.getAndAdd(block); at < bytes; at = next.getAndAdd(block)) {
        move(at, Math.min(block, bytes - at));
      }
      return true;
    }

    /** The last block may be short of what direct I/O moves: it is rounded up. */
    private void move(long offset, long length) throws IOException {
      long rounded = (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
      buffer.clear().limit((int) rounded);
      while (buffer.hasRemaining()) {
        long at = offset + buffer.position();
        int moved = writes ? channel.write(buffer, at) : channel.read(buffer, at);
        if (moved < 0 || (!writes && buffer.position() >= length)) {
          return;
        }
      }
    }
  }

  @Override
  public String description() {
    return "Cleave's own I/O, " + settings;
  }
}
