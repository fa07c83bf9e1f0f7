package dev.cleave.bench.cli;

import dev.cleave.engine.CopyEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The copies that the launcher makes once after each build: what they load, link and run often is
 * what later starts of {@code cleave copy} find in the virtual machine's AOT cache.
 *
 * <p>Plain copies of one file, new and replaced, belong to it as much as trees do: a class that was
 * not seen here costs every later copy a search in its jar, a lambda 2 to 5 ms.
 */
public final class CopyTraining {
  private CopyTraining() {}

  /**
   * Runs them all.
   *
   * @param args the directory, which has a {@code tree} of files named {@code N/N} in it
   */
  public static void main(String[] args) {
    Path place = Path.of(args[0]);
    String tree = place.resolve("tree").toString();
    String file = place.resolve("tree/1/1").toString();
    String copy = place.resolve("copy").toString();
    CopyEngine.prepare();
    Console console = Console.ofThisProcess();
    String[][] lines = {
      {"-a", "--enabled", "--min-file-size", "0", tree, place.resolve("first").toString()},
      {"-a", tree, place.resolve("second").toString()},
      {file, copy},
      {file, copy},
      {"-p", file, copy},
      {"--sync=data", file, copy},
      {"-v", "--explain", "--enabled", "--min-file-size", "0", file, copy},
      {file, place.resolve("missing/copy").toString()},
    };
    for (String[] line : lines) {
      List<String> words = new ArrayList<>(List.of(line));
      words.addFirst(CommandKind.COPY.toString());
      Main.run(words.toArray(String[]::new), console);
    }
  }
}
