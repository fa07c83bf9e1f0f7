package dev.cleave.bench.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An ext4 of its own in an image file; a test that needs one is skipped where there can be none.
 */
final class LoopImage {
  private LoopImage() {}

  /** To be asked before anything is made for it. */
  static void assumePossible() {
    assumeTrue("root".equals(System.getProperty("user.name")), "mounting takes root");
    assumeTrue(Files.exists(Path.of("/dev/loop-control")), "there are no loop devices");
  }

  /**
   * Makes and mounts it.
   *
   * @param options of mount(8)
   */
  static void mount(Path image, Path mount, long bytes, String options) throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength(bytes);
    }
    // else the kernel would go on making it in the background
    String whole = "lazy_itable_init=0,lazy_journal_init=0";
    assumeTrue(
        succeeds("mkfs.ext4", "-q", "-F", "-E", whole, image.toString()), "there is no mkfs.ext4");
    assumeTrue(
        succeeds("mount", "-o", options, image.toString(), mount.toString()),
        "nothing can be mounted");
  }

  static boolean succeeds(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // no such command
    }
  }
}
