package dev.cleave.bench.jmh;

import dev.cleave.bench.trial.TrialData;
import dev.cleave.bench.trial.TrialFiles;
import dev.cleave.bench.trial.TrialShape;
import dev.cleave.engine.BytePath;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.CopyRequest;
import dev.cleave.engine.SizeClass;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.ReflinkMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a benchmark copies, in a directory of its own.
 *
 * @param source a file, or a tree of small ones
 * @param target where nothing is between copies
 */
record BenchmarkFiles(Path directory, Path source, Path target) {
  private static final long SEED = 1;

  /**
   * @param parent where the directory is made; empty for that of temporary files
   */
  static BenchmarkFiles in(String parent, SizeClass sizeClass, long bytes) throws IOException {
    Path directory =
        parent.isEmpty()
            ? Files.createTempDirectory("cleave-benchmark-")
            : Files.createTempDirectory(Path.of(parent), "cleave-benchmark-");
    Path source = directory.resolve("source");
    TrialData.generate(source, new TrialShape(sizeClass, bytes), SEED, _ -> {});
    return new BenchmarkFiles(directory, source, directory.resolve("target"));
  }

  /** Bytes are moved, never shared. */
  CopyRequest request(CopyPlan plan) {
    return CopyRequest.of(BytePath.of(source), BytePath.of(target), plan)
        .withOptions(
            CopyOptions.builder()
                .reflink(ReflinkMode.NEVER)
                .recursive(Files.isDirectory(source))
                .build());
  }

  void removeTarget() throws IOException {
    TrialFiles.remove(target);
  }

  void remove() throws IOException {
    TrialFiles.remove(directory);
  }
}
