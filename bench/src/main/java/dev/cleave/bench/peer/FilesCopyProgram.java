package dev.cleave.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies one file to another, as a program: what {@link FilesCopyPeer} runs. */
final class FilesCopyProgram {
  private FilesCopyProgram() {}

  public static void main(String[] args) throws IOException {
    Files.copy(Path.of(args[0]), Path.of(args[1]));
  }
}
