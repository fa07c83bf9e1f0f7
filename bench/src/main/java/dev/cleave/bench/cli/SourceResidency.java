package dev.cleave.bench.cli;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.PageCache;
import dev.cleave.tuner.measure.CacheState;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.OptionalLong;

/**
 * How much of a copy's source is in the page cache: of a file all of it is looked at, of a tree the
 * first {@value #MOST_FILES} files, which is enough to tell whether somebody has just read it.
 *
 * <p>On the start-up path of copies that have a plan for warm sources.
 *
 * @param bytes of the files looked at
 * @param residentBytes of them in the page cache, in whole pages
 */
record SourceResidency(long bytes, long residentBytes) {
  static final int MOST_FILES = 200;

  /** What can't be looked at counts as nothing. */
  static SourceResidency of(Path source) {
    Visitor visitor = new Visitor();
    try {
      Files.walkFileTree(source.toRealPath(), visitor);
    } catch (IOException e) {
      return new SourceResidency(0, 0); // the copy itself says what is wrong with its source
    }
    return new SourceResidency(visitor.bytes, visitor.residentBytes);
  }

  /** Warm if most of it is resident. */
  CacheState state() {
    return residentBytes > bytes / 2 && bytes > 0 ? CacheState.WARM : CacheState.COLD;
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private int files;
    private long bytes;
    private long residentBytes;

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (attributes.isRegularFile() && attributes.size() > 0) {
        look(file, attributes.size());
      }
      return files < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    private void look(Path file, long size) throws IOException {
      OptionalLong resident = PageCache.residentBytes(BytePath.of(file));
      if (resident.isPresent()) {
        files++;
        bytes += size;
        residentBytes += resident.getAsLong();
      }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }
}
