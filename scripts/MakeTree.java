import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;

/**
 * Makes a tree of files of random bytes, the same for the same arguments.
 *
 * <p>Run by {@code measure-trees}: {@code java MakeTree SHAPE FILES MEDIAN SEED [DIRECTORY]}. Sizes
 * are log-normal around MEDIAN bytes, with a factor of e^0.8 as the standard deviation, from 1 byte
 * to 1 MiB. A {@code wide} tree is one directory; a {@code deep} one has 8 levels of directories,
 * with 20 files in each of the lowest. Prints the number of files, of directories, of bytes, and of
 * bytes in whole blocks of 4 KiB; without a DIRECTORY, which must not exist, that is all it does.
 */
public class MakeTree {
  private static final int LEVELS = 8;
  private static final int FILES_IN_A_DIRECTORY = 20;
  private static final double DEVIATION = 0.8;
  private static final int LARGEST = 1 << 20;
  private static final int BLOCK = 4096;

  private final SplittableRandom sizes;
  private final SplittableRandom contents;
  private final double median;
  private long directories = 1;
  private long bytes;
  private long bytesInBlocks;

  private MakeTree(double median, long seed) {
    this.median = median;
    sizes = new SplittableRandom(seed);
    contents = sizes.split();
  }

  public static void main(String[] args) throws IOException {
    boolean deep = args[0].equals("deep");
    int files = Integer.parseInt(args[1]);
    MakeTree tree = new MakeTree(Double.parseDouble(args[2]), Long.parseLong(args[3]));
    Path top = args.length > 4 ? Files.createDirectory(Path.of(args[4])) : null;
    if (deep) {
      tree.deep(top, files);
    } else {
      tree.files(top, 0, files);
    }
    System.out.printf("%d %d %d %d%n", files, tree.directories, tree.bytes, tree.bytesInBlocks);
  }

  /** The digits of a lowest directory's number are its path, so that all levels branch alike. */
  private void deep(Path top, int files) throws IOException {
    int lowest = Math.ceilDiv(files, FILES_IN_A_DIRECTORY);
    int branches = (int) Math.ceil(StrictMath.pow(lowest, 1.0 / LEVELS) - 1e-9);
    for (int i = 0; i < lowest; i++) {
      Path directory = top;
      for (int level = LEVELS - 1, unit = (int) StrictMath.pow(branches, level); ; level--) {
        directory = directory == null ? null : directory.resolve("d" + i / unit % branches);
        if (i % unit == 0) {
          directories++;
          if (directory != null) {
            Files.createDirectory(directory);
          }
        }
        if (level == 0) {
          break;
        }
        unit /= branches;
      }
      int first = i * FILES_IN_A_DIRECTORY;
      files(directory, first, Math.min(files, first + FILES_IN_A_DIRECTORY));
    }
  }

  private void files(Path directory, int first, int end) throws IOException {
    for (int i = first; i < end; i++) {
      byte[] content = new byte[nextSize()];
      bytes += content.length;
      bytesInBlocks += Math.ceilDiv(content.length, BLOCK) * (long) BLOCK;
      if (directory != null) {
        contents.nextBytes(content);
        write(directory.resolve("f" + i), content);
      }
    }
  }

  /** By Box and Muller in strict arithmetic: nextGaussian may differ from one JDK to the next. */
  private int nextSize() {
    double normal =
        StrictMath.sqrt(-2 * StrictMath.log(1 - sizes.nextDouble()))
            * StrictMath.cos(2 * Math.PI * sizes.nextDouble());
    double size = median * StrictMath.exp(DEVIATION * normal);
    return (int) Math.clamp(Math.round(size), 1L, (long) LARGEST);
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    }
  }
}
