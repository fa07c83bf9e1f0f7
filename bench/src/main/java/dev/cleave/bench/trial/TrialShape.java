package dev.cleave.bench.trial;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.SizeClass;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/**
 * Which files a sample of a size class copies: a large one; a directory of medium ones of {@value
 * #MEDIUM_FILE_MEBIBYTES} MiB; or a tree of small ones, {@value #FILES_PER_DIRECTORY} in a
 * directory, whose sizes are log-normal with a median of 4 KiB, as those of a software tree are
 * (Agrawal et al., A Five-Year Study of File-System Metadata, FAST 2007: median 4 KiB).
 *
 * @param bytes of all of them together; those of a medium one are rounded to whole files
 */
public record TrialShape(SizeClass sizeClass, long bytes) {
  static final int MEDIUM_FILE_MEBIBYTES = 16;
  static final int FILES_PER_DIRECTORY = 128;

  private static final long MEDIUM_FILE_BYTES = MEDIUM_FILE_MEBIBYTES * ByteSize.MIB;
  private static final double SMALL_MEDIAN_BYTES = 4 * ByteSize.KIB;

  /** Two in three sizes lie within a factor of 4.5 of the median. */
  private static final double SMALL_SIGMA = 1.5;

  public TrialShape {
    if (bytes < 1) {
      throw new IllegalArgumentException("there is nothing to copy: " + bytes + " bytes");
    }
  }

  /** A file of the data: its name below the data's root, which is itself the only large file. */
  record FileShape(String name, long bytes) {}

  /** The files in the order of their names, the same ones for the same seed. */
  Iterator<FileShape> files(long seed) {
    return switch (sizeClass) {
      case LARGE -> List.of(new FileShape("", bytes)).iterator();
      case MEDIUM -> mediumFiles();
      case SMALL -> new SmallFiles(bytes, new SplittableRandom(seed));
    };
  }

  private Iterator<FileShape> mediumFiles() {
    long count = Math.max(1, Math.round((double) bytes / MEDIUM_FILE_BYTES));
    long each = Math.min(bytes, MEDIUM_FILE_BYTES);
    return LongStream.range(0, count)
        .mapToObj(number -> new FileShape(name("file-", number), each))
        .iterator();
  }

  /** Names of equal length are in the order of their numbers. */
  private static String name(String start, long number) {
    return String.format(Locale.ROOT, "%s%06d", start, number);
  }

  /** Sizes until the bytes are used up; the last one is what is left. */
  private static final class SmallFiles implements Iterator<FileShape> {
    private final RandomGenerator random;
    private long left;
    private long number;

    SmallFiles(long bytes, RandomGenerator random) {
      this.left = bytes;
      this.random = random;
    }

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public FileShape next() {
      if (left <= 0) {
        throw new NoSuchElementException();
      }
      long size = Math.min(left, drawnBytes());
      left -= size;
      String directory = name("directory-", number / FILES_PER_DIRECTORY);
      return new FileShape(directory + "/" + name("file-", number++), size);
    }

    private long drawnBytes() {
      double drawn = SMALL_MEDIAN_BYTES * Math.exp(SMALL_SIGMA * random.nextGaussian());
      return Math.clamp(Math.round(drawn), 1, ByteSize.MIB - 1);
    }
  }
}
