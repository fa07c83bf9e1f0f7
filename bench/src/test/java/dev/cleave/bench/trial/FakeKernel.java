package dev.cleave.bench.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A kernel's /proc and /sys as far as a test writes them. */
record FakeKernel(Path root) {
  FakeKernel with(String file, String content) {
    try {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  KernelFiles files() {
    return new KernelFiles(root.resolve("proc"), root.resolve("sys"));
  }
}
