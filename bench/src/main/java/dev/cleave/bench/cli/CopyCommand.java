package dev.cleave.bench.cli;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.Cancellation;
import dev.cleave.engine.CopyEngine;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.CopyOutcome;
import dev.cleave.engine.CopyRequest;
import dev.cleave.engine.PlansElsewhere;
import dev.cleave.engine.SlicePlanner;
import dev.cleave.tuner.measure.Clock;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** {@code cleave copy SRC… DST}: the one command that doesn't go through picocli. */
final class CopyCommand {
  private final CopyArguments arguments;
  private final Console console;

  private CopyCommand(CopyArguments arguments, Console console) {
    this.arguments = arguments;
    this.console = console;
  }

  /** Returns the exit code. */
  static int run(String[] args, Console console) throws CommandException, IOException {
    int exitCode;
    try {
      exitCode = understand(args, console);
    } catch (CommandException e) {
      // copy knows no other exit code of what it refuses, as cp
      refuse(args, console, String.valueOf(e.getMessage()), e.path());
      throw e;
    } catch (IOException e) {
      refuse(args, console, CommandRunner.describe(e), null);
      throw e;
    }
    if (console.out().checkError()) {
      throw CommandException.failed("write error: standard output can't be written");
    }
    return exitCode;
  }

  /** Whoever asks for a document gets one, although nothing else was understood. */
  private static void refuse(
      String[] args, Console console, String message, @Nullable BytePath path) {
    if (asksForJson(args)) {
      CopyDocument document = CopyDocument.failed(message, path, ExitCode.FAILED);
      console.out().println(document.toJson());
    }
  }

  private static boolean asksForJson(String[] args) {
    for (String arg : args) {
      if (arg.equals("--")) {
        return false;
      }
      if (arg.length() > 2 && "--json".startsWith(arg)) {
        return true;
      }
    }
    return false;
  }

  private static int understand(String[] args, Console console)
      throws CommandException, IOException {
    CopyArguments arguments = CopyArguments.parse(args, console);
    return switch (arguments.wish()) {
      case COPY -> new CopyCommand(arguments, console).copy();
      case HELP -> print(CopyHelp.text(console.copyName()), console);
      case VERSION -> print(console.called() + " (Cleave) " + Version.current() + "\n", console);
    };
  }

  private static int print(String text, Console console) {
    console.out().print(text);
    return ExitCode.DONE;
  }

  private int copy() throws CommandException, IOException {
    List<CopyItem> items = Operands.items(arguments.operands(), arguments.placement());
    PlanChoice choice = choose(items.getFirst());
    if (arguments.dryRun()) {
      return new DryRun(console, arguments.speech(), choice).run(items, arguments.options());
    }
    boolean asks = arguments.options().overwrite().confirmation() instanceof Prompt;
    Adaptation adaptation = arguments.adapt() ? adaptation(items.getFirst()) : null;
    CopyTalk talk = new CopyTalk(console, arguments.speech(), choice, adaptation, asks);
    talk.before();
    CopyOutcome outcome;
    try (Interruption interruption = Interruption.whileOpen(new Cancellation());
        CopyProgress progress = talk.listen(items, arguments.options())) {
      CopyRequest request =
          new CopyRequest(
              items,
              choice.plans(),
              elsewhere(),
              adaptation == null ? SlicePlanner.NONE : adaptation.slicePlanner(),
              arguments.options(),
              progress,
              interruption.cancellation());
      outcome =
          untilInterrupted(
              () -> CopyEngine.copy(request), interruption, arguments.speech(), console);
    }
    int exitCode = outcome.isComplete() ? ExitCode.DONE : ExitCode.FAILED;
    talk.after(outcome, exitCode);
    return exitCode;
  }

  /** What a command does with the engine. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /** Prints the document of an interrupted copy while the virtual machine still waits for it. */
  static <T> T untilInterrupted(
      Work<T> work, Interruption interruption, Speech speech, Console console) throws IOException {
    try {
      return work.run();
    } catch (CancellationException e) {
      if (speech.json()) {
        CopyDocument document = CopyDocument.failed("interrupted", null, interruption.exitCode());
        console.out().println(document.toJson());
      }
      throw e;
    }
  }

  /** Null where there is no tree that could cross mounts, or all go by what the user said. */
  private @Nullable PlansElsewhere elsewhere() {
    boolean asked = arguments.noProfile() || arguments.profile() != null;
    return asked || !arguments.options().tree().recursive()
        ? null
        : new MatchedElsewhere(clock(), console, arguments.plan(), arguments.speech().explain());
  }

  private Adaptation adaptation(CopyItem first) {
    return Adaptation.of(
        nioPath(first.source()),
        nioPath(first.target()),
        clock(),
        arguments.plan(),
        arguments.options().data().bandwidthLimit() > 0,
        console);
  }

  private Clock clock() {
    return arguments.options().data().sync().isDurable() ? Clock.DURABLE : Clock.COMMAND;
  }

  private PlanChoice choose(CopyItem first) throws CommandException {
    Clock clock = clock();
    PlanOptions options = arguments.plan();
    String profile = arguments.profile();
    try {
      if (arguments.noProfile()) {
        return PlanChoice.withoutProfile(options);
      }
      return profile == null
          ? matching(nioPath(first.source()), nioPath(first.target()), clock)
          : PlanChoice.named(profile, nioPath(first.source()), clock, console, options);
    } catch (IllegalArgumentException e) {
      throw CommandException.wrongUsage(String.valueOf(e.getMessage()));
    }
  }

  private PlanChoice matching(Path source, Path target, Clock clock) {
    PlanOptions options = arguments.plan();
    PlanChoice choice = PlanChoice.matching(source, target, clock, console, options);
    TuneFirst tune = arguments.tuneFirst();
    if (choice.profile() != null || tune == null || arguments.dryRun()) {
      return choice;
    }
    return tune.run(source, target, arguments.speech(), console)
        ? PlanChoice.matching(source, target, clock, console, options)
        : choice;
  }

  /** For the probe only: of a name that is no text, the nearest directory that is. */
  static Path nioPath(BytePath path) {
    try {
      return path.toPath();
    } catch (CharacterCodingException | InvalidPathException e) {
      BytePath parent = path.parent();
      return parent.equals(path) ? Path.of(".") : nioPath(parent);
    }
  }
}
