import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks that every Java source is formatted by google-java-format, or formats it.
 *
 * <p>Run by the build: {@code mvn process-sources} checks, {@code mvn process-sources
 * -Dcleave.format=write} formats. One process for all files, since starting the formatter costs
 * more than formatting.
 */
public class FormatSources {
  public static void main(String[] args) throws Exception {
    boolean write = args[0].equals("write");
    int unformatted = 0;
    for (Path file : sources(Path.of(args[1]))) {
      String before = Files.readString(file);
      String after = format(before);
      if (!after.equals(before)) {
        unformatted++;
        System.out.println((write ? "formatted " : "not formatted: ") + file);
        if (write) {
          Files.writeString(file, after);
        }
      }
    }
    if (unformatted > 0 && !write) {
      System.out.println("Run: mvn -N process-sources -Dcleave.format=write");
      System.exit(1);
    }
  }

  private static List<Path> sources(Path root) throws Exception {
    try (var files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !root.relativize(file).toString().matches("(.*/)?(target|\\.[^/]+)/.*"))
          .sorted()
          .toList();
    }
  }

  private static String format(String source) throws Exception {
    String tidy =
        ImportOrderer.reorderImports(
            RemoveUnusedImports.removeUnusedImports(source), JavaFormatterOptions.Style.GOOGLE);
    return new Formatter().formatSource(tidy);
  }
}
