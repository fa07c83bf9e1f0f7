package dev.cleave.bench.cli;

import dev.cleave.engine.SizeClass;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/**
 * {@code copy --tune-first}: a tune of a pair of devices that no profile fits, before the copy. Its
 * class is loaded only where the option is given: a plain copy has no use for picocli.
 *
 * @param budget as {@code tune --budget} takes it
 */
record TuneFirst(String budget) {
  /**
   * @throws IllegalArgumentException if that is no time
   */
  static TuneFirst of(String budget) {
    try {
      new Seconds().convert(budget);
    } catch (TypeConversionException e) {
      throw new IllegalArgumentException("--tune-first: " + e.getMessage(), e);
    }
    return new TuneFirst(budget);
  }

  /**
   * Tunes in the directories of the two paths, the source's for files of its size only. What the
   * tune prints goes to standard error: standard output belongs to the copy.
   *
   * @return whether there is a new profile; if not the reason was said
   */
  boolean run(Path source, Path target, Speech speech, Console console) {
    try {
      Picocli.run(
          CommandKind.TUNE,
          new CommandLine(new TuneCommand(beside(console, speech))),
          arguments(source, target, speech).toArray(String[]::new),
          console);
      return true;
    } catch (RuntimeException e) {
      throw e; // an interruption among them
    } catch (Exception e) {
      String why =
          e instanceof IOException failure
              ? CommandRunner.describe(failure)
              : String.valueOf(e.getMessage());
      console.say("not tuned, the copy goes by the default plan: " + why);
      return false;
    }
  }

  private List<String> arguments(Path source, Path target, Speech speech) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--budget", budget));
    if (speech.quiet()) {
      arguments.add("--quiet");
    }
    if (Files.isRegularFile(source)) {
      arguments.addAll(List.of("--size-class", SizeClass.of(Files.size(source)).toString()));
    }
    arguments.addAll(List.of("--", directory(source).toString(), directory(target).toString()));
    return arguments;
  }

  /** The nearest directory that is there. */
  private static Path directory(Path path) {
    Path nearest = path.toAbsolutePath();
    while (!Files.isDirectory(nearest) && nearest.getParent() != null) {
      nearest = nearest.getParent();
    }
    return nearest;
  }

  private static Console beside(Console console, Speech speech) {
    PrintStream said =
        speech.quiet() ? new PrintStream(OutputStream.nullOutputStream(), true) : console.err();
    return new Console(
        console.in(),
        said,
        console.err(),
        console.environment(),
        console.called(),
        console.prefix(),
        console.kernelRelease(),
        console.terminal());
  }
}
