package dev.cleave.engine;

import dev.cleave.engine.options.Confirmation;
import dev.cleave.engine.options.CopyOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a run of cp, or of the engine in its place, left behind and said, in a form that two runs in
 * two directories can be compared by.
 *
 * @param said what went to standard error, sorted: cp reads directories in another order
 * @param done what went to standard output
 */
record CpRun(int exitCode, List<String> said, List<String> done, List<String> tree) {
  /** Reads what cp has left in the directory and in files beside it. */
  static CpRun ofCp(Path directory) throws IOException {
    List<String> said = lines(directory, ".err").stream().map(CpRun::withoutProgram).toList();
    int exitCode = Integer.parseInt(lines(directory, ".exit").getFirst());
    List<String> done = lasting(exitCode == 0, lines(directory, ".out"));
    return new CpRun(exitCode, said.stream().sorted().toList(), done, tree(directory));
  }

  private static List<String> lines(Path directory, String suffix) throws IOException {
    String text = Files.readString(directory.resolveSibling(directory.getFileName() + suffix));
    return text.replace(directory + "/", "").replace("? ", "?\n").lines().toList();
  }

  private static String withoutProgram(String line) {
    return line.startsWith("cp: ") ? line.substring(4) : line;
  }

  /**
   * Copies by the engine what cp would copy.
   *
   * @param names sources and target, below the directory; the target a directory if it has a slash
   *     at its end
   */
  static CpRun ofEngine(Path directory, String options, List<String> names, boolean yes)
      throws IOException {
    List<CopyItem> items = new ArrayList<>();
    BytePath target = below(directory, names.getLast());
    for (String name : names.subList(0, names.size() - 1)) {
      BytePath source = below(directory, name);
      items.add(
          new CopyItem(
              source, target.endsWithSlash() ? target.resolve(source.fileName()) : target));
    }
    Transcript heard = new Transcript(directory, yes);
    CopyOptions parsed = CpOptions.parse(options, heard.prompt(options));
    CopyPlan plan = CopyPlan.SEQUENTIAL.withWorkers(3);
    CopyRequest request =
        new CopyRequest(items, CopyPlans.all(plan), parsed, heard, new Cancellation());
    boolean complete = CopyEngine.copy(request).isComplete();
    List<String> said = heard.said.stream().sorted().toList();
    return new CpRun(complete ? 0 : 1, said, lasting(complete, heard.done), tree(directory));
  }

  /** If a copy fails cp has moved the old file out of its way, and the engine has not. */
  private static List<String> lasting(boolean complete, List<String> done) {
    return complete
        ? done
        : done.stream()
            .filter(line -> !line.startsWith("removed ") && !line.endsWith(" (unbackup)"))
            .map(line -> line.replaceFirst(" \\(backup: .*\\)$", ""))
            .toList();
  }

  /** Whether all is the same but for what is left. */
  boolean saysAndDoesAs(CpRun other) {
    return exitCode == other.exitCode && said.equals(other.said) && done.equals(other.done);
  }

  /** The same whatever the order was in which a directory was read. */
  CpRun sorted() {
    return new CpRun(exitCode, said, done.stream().sorted().toList(), tree);
  }

  /** For people: only that in which the two are not the same. */
  String difference(CpRun cp) {
    return "  exit "
        + exitCode
        + ", cp "
        + cp.exitCode
        + "\n"
        + difference("said", said, cp.said)
        + difference("done", done, cp.done)
        + difference("left", tree, cp.tree);
  }

  private static String difference(String what, List<String> ours, List<String> ofCp) {
    List<String> tooMuch = new ArrayList<>(ours);
    tooMuch.removeAll(ofCp);
    List<String> missing = new ArrayList<>(ofCp);
    missing.removeAll(ours);
    return ours.equals(ofCp) ? "" : "  " + what + " " + tooMuch + ", cp " + missing + "\n";
  }

  private static BytePath below(Path directory, String name) {
    return BytePath.of(directory + "/" + name);
  }

  /** Each file with everything that a copy decides about it; of hard links the first name. */
  static List<String> tree(Path directory) throws IOException {
    Map<Object, Path> firstNames = new HashMap<>();
    List<String> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted().toList()) {
        Map<String, Object> unix = Files.readAttributes(path, "unix:*", LinkOption.NOFOLLOW_LINKS);
        Path first = firstNames.computeIfAbsent((Long) unix.get("ino"), inode -> path);
        found.add(
            String.format(
                Locale.ROOT,
                "%s %o links %d of %s device %s: %s",
                directory.relativize(path),
                (Integer) unix.get("mode"),
                (Integer) unix.get("nlink"),
                directory.relativize(first),
                unix.get("rdev"),
                content(path, directory)));
      }
    }
    return found;
  }

  private static String content(Path path, Path directory) throws IOException {
    if (Files.isSymbolicLink(path)) {
      return Files.readSymbolicLink(path).toString().replace(directory + "/", "");
    }
    return Files.isRegularFile(path) ? Files.readString(path).strip() : "";
  }

  /** Says what cp would say. */
  private static final class Transcript implements CopyListener {
    private final Path directory;
    private final boolean yes;
    private final List<String> said = new ArrayList<>();
    private final List<String> done = new ArrayList<>();

    Transcript(Path directory, boolean yes) {
      this.directory = directory;
      this.yes = yes;
    }

    Confirmation prompt(String options) {
      boolean removes = options.contains("-f") || options.contains("--remove-destination");
      return (target, unwritableMode) -> {
        String name = shown(target);
        if (unwritableMode == Confirmation.WRITABLE) {
          said.add("overwrite " + name + "?");
          return yes;
        }
        String mode = String.format(Locale.ROOT, "%04o", unwritableMode);
        String letters = letters(unwritableMode);
        said.add(
            removes
                ? "replace " + name + ", overriding mode " + mode + " (" + letters + ")?"
                : "unwritable " + name + " (mode " + mode + ", " + letters + "); try anyway?");
        return yes;
      };
    }

    private static String letters(int mode) {
      StringBuilder letters = new StringBuilder("rwxrwxrwx");
      for (int i = 0; i < letters.length(); i++) {
        if ((mode & 0400 >> i) == 0) {
          letters.setCharAt(i, '-');
        }
      }
      return letters.toString();
    }

    private String shown(BytePath path) {
      return path.quoted().replace(directory + "/", "");
    }

    @Override
    public boolean wantsOrder() {
      return true;
    }

    @Override
    public void attempted(CopyItem item) {
      finished(item);
    }

    @Override
    public void finished(CopyItem item) {
      done.add(shown(item.source()) + " -> " + shown(item.target()));
    }

    @Override
    public void finishedWithBackup(CopyItem item, BytePath backup) {
      done.add(
          shown(item.source())
              + " -> "
              + shown(item.target())
              + " (backup: "
              + shown(backup)
              + ")");
    }

    @Override
    public void removed(BytePath target) {
      done.add("removed " + shown(target));
    }

    @Override
    public void warned(String message) {
      said.add(message.replace(directory + "/", ""));
    }

    @Override
    public void failed(CopyError error) {
      warned(error.message());
    }
  }
}
