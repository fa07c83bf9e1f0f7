package dev.cleave.bench.qualify;

import dev.cleave.bench.trial.ProcessorWait;
import dev.cleave.bench.trial.TrialFiles;
import dev.cleave.tuner.qualify.Measurement;
import dev.cleave.tuner.qualify.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Small files, each made, written and closed, as unpacking an archive does; not synced one by one.
 * Each thread has directories of its own, of {@value #FILES_PER_DIRECTORY} files.
 */
final class CreatesRunner implements WorkloadRunner {
  private static final int FILES_PER_DIRECTORY = 1000;
  private static final double NANOS = 1e9;

  @Override
  public Measurement run(Workload workload, WorkloadBed bed, int pass) throws IOException {
    Load load = new Load(workload, bed);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < workload.queueDepth(); i++) {
      int number = i;
      threads.add(Thread.ofPlatform().name("cleave-creates-" + i).start(() -> load.make(number)));
    }
    for (Thread thread : threads) {
      ThreadEnd.await(thread);
    }
    try {
      return load.measurement(pass);
    } finally {
      TrialFiles.remove(load.root);
    }
  }

  /** What all threads share. */
  private static final class Load {
    private final Workload workload;
    private final WorkloadBed bed;
    private final Path root;
    private final byte[] content;
    private final long zero = System.nanoTime();
    private final long end;
    private final WindowRecorder recorder;
    private long last = zero;
    private @Nullable String stopped;
    private @Nullable IOException failure;

    Load(Workload workload, WorkloadBed bed) throws IOException {
      this.workload = workload;
      this.bed = bed;
      this.root = Files.createDirectory(bed.directory().resolve("files"));
      this.content = new byte[(int) workload.blockBytes()];
      new SplittableRandom(bed.seed()).nextBytes(content);
      this.end = zero + (long) (workload.seconds() * NANOS);
      this.recorder = new WindowRecorder(workload.windowSeconds(), zero, ProcessorWait.UNKNOWN);
    }

    void make(int thread) {
      try {
        Path directory = root;
        for (long count = 0; mayGoOn(); count++) {
          if (count % FILES_PER_DIRECTORY == 0) {
            bed.requireRoom((long) FILES_PER_DIRECTORY * content.length);
            directory = Files.createDirectory(root.resolve(thread + "-" + count));
          }
          long begun = System.nanoTime();
          Files.write(
              directory.resolve("f" + count),
              content,
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.WRITE);
          ended(begun);
        }
      } catch (IOException e) {
        fail(e);
      }
    }

    private synchronized boolean mayGoOn() {
      if (stopped != null || failure != null || System.nanoTime() >= end) {
        return false;
      }
      if (bed.isOver() || !bed.budget().take(content.length)) {
        stopped = bed.isOver() ? "interrupted" : "the write budget is used up";
        return false;
      }
      return true;
    }

    private synchronized void ended(long begun) {
      last = System.nanoTime();
      recorder.ended(last, content.length, content.length, last - begun);
    }

    private synchronized void fail(IOException e) {
      if (e instanceof WorkloadException) {
        stopped = e.getMessage();
      } else if (failure == null) {
        failure = e;
      }
    }

    synchronized Measurement measurement(int pass) throws IOException {
      if (failure != null) {
        throw failure;
      }
      return new Measurement(
          workload,
          pass,
          workload.queueDepth() + " threads",
          0,
          (last - zero) / NANOS,
          recorder.finish(last),
          List.of(),
          0,
          stopped,
          null,
          null,
          List.of());
    }
  }
}
