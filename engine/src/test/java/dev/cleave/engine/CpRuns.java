package dev.cleave.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cleave.engine.linux.PlainUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs cp and the engine side by side, each in directories of its own that start equal. One shell
 * runs cp for all of them.
 */
final class CpRuns implements AutoCloseable {
  /** Each line has what all files of the run begin with, who runs it, the answers, cp's words. */
  private static final String SCRIPT =
      """
      export LC_ALL=C
      umask 022
      while IFS= read -r line; do
        eval "set -- $line"
        files=$1 user=$2 answer=$3
        shift 3
        if [ "$answer" ]; then
          yes $answer | $user cp -v "$@" >$files.out 2>$files.err
          echo ${PIPESTATUS[1]} >$files.exit
        else
          $user cp -v "$@" >$files.out 2>$files.err
          echo $? >$files.exit
        fi
      done
      """;

  private static final String AS_USER =
      "setpriv --reuid=" + PlainUser.ID + " --regid=" + PlainUser.ID + " --clear-groups";

  /**
   * One command line.
   *
   * @param names sources and target, as {@link CpRun#ofEngine} takes them
   * @param yes what every question is answered
   * @param asUser whether a user without privileges runs it
   */
  record Command(String options, List<String> names, boolean yes, boolean asUser) {
    static Command of(String options, String names) {
      return new Command(options, List.of(names.split(" ", -1)), true, false);
    }

    Command withAnswer(boolean other) {
      return new Command(options, names, other, asUser);
    }

    Command byUser() {
      return new Command(options, names, yes, true);
    }

    @Override
    public String toString() {
      return (asUser ? "user: " : "") + "cp " + options + " " + String.join(" ", names);
    }
  }

  /** Makes the tree that every command starts from. */
  @FunctionalInterface
  interface Template {
    void make(Path directory) throws IOException;
  }

  private final Template template;
  private final Path base;
  private final List<String> untouched;

  CpRuns(Template template) throws IOException, InterruptedException {
    assumeGnuCp9();
    this.template = template;
    Path memory = Path.of("/dev/shm");
    base =
        Files.isDirectory(memory)
            ? Files.createTempDirectory(memory, "cp")
            : Files.createTempDirectory("cp");
    openToAll(base);
    makeTree(base.resolve("untouched"));
    untouched = CpRun.tree(base.resolve("untouched"));
  }

  private static void openToAll(Path directory) throws IOException {
    Files.setPosixFilePermissions(directory, EnumSet.allOf(PosixFilePermission.class));
  }

  private static void assumeGnuCp9() throws IOException, InterruptedException {
    Process version = new ProcessBuilder("cp", "--version").redirectErrorStream(true).start();
    String said = new String(version.getInputStream().readAllBytes(), UTF_8);
    version.waitFor();
    assumeTrue(said.startsWith("cp (GNU coreutils) 9."), "cp is not GNU cp 9: " + said);
  }

  /** What cp and the engine don't agree about; empty if all is well. */
  List<String> differences(List<Command> commands) throws Exception {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < commands.size(); i++) {
      makeTree(byCp(i));
      makeTree(byEngine(i));
      script.append(line(commands.get(i), byCp(i)));
    }
    runCp(script.toString());
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < commands.size(); i++) {
      CpRun expected = CpRun.ofCp(byCp(i));
      CpRun actual = engine(commands.get(i), byEngine(i));
      if (commands.get(i).options.contains("-R")) {
        expected = expected.sorted();
        actual = actual.sorted();
      }
      if (!actual.equals(expected) && !keepsMore(actual, expected)) {
        differences.add(commands.get(i) + "\n" + actual.difference(expected));
      }
    }
    return differences;
  }

  /** A copy that fails leaves what was there; cp may have removed that already. */
  private boolean keepsMore(CpRun engine, CpRun cp) {
    return engine.exitCode() == 1 && engine.saysAndDoesAs(cp) && engine.tree().equals(untouched);
  }

  private Path byCp(int index) {
    return base.resolve("cp" + index);
  }

  private Path byEngine(int index) {
    return base.resolve("engine" + index);
  }

  private void makeTree(Path directory) throws IOException {
    Files.createDirectory(directory);
    openToAll(directory);
    template.make(directory);
  }

  private static String line(Command command, Path directory) {
    String user = command.asUser ? AS_USER : "";
    boolean asks = command.options.contains("-i");
    String answer = command.yes ? "y" : "n";
    StringBuilder line = new StringBuilder();
    line.append(directory + " '" + user + "' '" + (asks ? answer : "") + "' " + command.options);
    for (String name : command.names) {
      line.append(' ').append(directory).append('/').append(name);
    }
    return line.append('\n').toString();
  }

  private static void runCp(String lines) throws IOException, InterruptedException {
    Process bash = new ProcessBuilder("bash", "-c", SCRIPT).redirectErrorStream(true).start();
    try (var stdin = bash.getOutputStream()) {
      stdin.write(lines.getBytes(UTF_8));
    }
    String said = new String(bash.getInputStream().readAllBytes(), UTF_8);
    if (bash.waitFor() != 0 || !said.isEmpty()) {
      throw new IOException("the reference could not be run: " + said);
    }
  }

  private static CpRun engine(Command command, Path directory) throws Exception {
    if (command.asUser) {
      return PlainUser.call(
          () -> CpRun.ofEngine(directory, command.options, command.names, command.yes));
    }
    return CpRun.ofEngine(directory, command.options, command.names, command.yes);
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(base)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
