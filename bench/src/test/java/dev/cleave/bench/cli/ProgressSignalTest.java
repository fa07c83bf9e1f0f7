package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteRange;
import dev.cleave.engine.Cancellation;
import dev.cleave.engine.CopyEngine;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.CopyListener;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.CopyPlans;
import dev.cleave.engine.CopyRequest;
import dev.cleave.engine.options.CopyOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressSignalTest {
  @TempDir Path directory;

  /** As kill -USR1 does it. */
  @Test
  void theSignalTellsHowFarTheCopyIs() throws Exception {
    BlockingQueue<String> said = new LinkedBlockingQueue<>();
    try (CopyProgress progress = progress(directory.resolve("file"))) {
      ProgressSignal.install(() -> progress.tell(said::add));
      progress.advanced(new ByteRange(0, 3_000), 3_000);
      sun.misc.Signal.raise(new sun.misc.Signal("USR1"));
      assertThat(said.take()).contains("2.9KiB");
    } finally {
      ProgressSignal.install(() -> {});
    }
  }

  /** The total has the holes of a file in it, and so has what is done: they end at the same. */
  @Test
  void holesCountOnBothSides() throws IOException {
    Path sparse = directory.resolve("sparse");
    try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
      file.setLength(1 << 20);
      file.write(1);
    }
    BlockingQueue<String> said = new LinkedBlockingQueue<>();
    try (CopyProgress progress = progress(sparse)) {
      CopyEngine.copy(
          new CopyRequest(
              List.of(item(sparse)),
              CopyPlans.all(CopyPlan.SEQUENTIAL),
              CopyOptions.DEFAULTS,
              progress,
              new Cancellation()));
      String last = "";
      while (!last.contains(" of 1MiB") || last.contains("at least")) { // until all is counted
        progress.tell(said::add);
        last = said.remove();
      }
      assertThat(last).startsWith("1 of 1 files  1MiB of 1MiB");
    }
  }

  private CopyItem item(Path source) {
    return new CopyItem(BytePath.of(source), BytePath.of(directory.resolve("target")));
  }

  private CopyProgress progress(Path source) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return new CopyProgress(
        List.of(item(source)), CopyOptions.DEFAULTS, new StatusLine(nowhere), CopyListener.NONE);
  }
}
