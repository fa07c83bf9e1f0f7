package dev.cleave.bench.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the kernel labels files, which {@code -Z}, {@code --context} and {@code -a} ask. */
final class Selinux {
  private static final Path ENFORCE = Path.of("/sys/fs/selinux/enforce");

  private Selinux() {}

  static boolean isEnabled() {
    return Files.exists(ENFORCE);
  }
}
