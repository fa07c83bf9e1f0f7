package dev.cleave.bench.cli;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.Cancellation;
import dev.cleave.engine.CopyEngine;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.CopyOutcome;
import dev.cleave.engine.CopyRequest;
import dev.cleave.engine.RehearsalOutcome;
import dev.cleave.engine.RoomNeed;
import dev.cleave.engine.options.CopyOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** {@code copy --dry-run}: says what a copy would do, and changes nothing. */
final class DryRun {
  private final Console console;
  private final Speech speech;
  private final PlanChoice choice;

  DryRun(Console console, Speech speech, PlanChoice choice) {
    this.console = console;
    this.speech = speech;
    this.choice = choice;
  }

  /** Returns the exit code that the copy would have, as far as that can be known. */
  int run(List<CopyItem> items, CopyOptions options) throws IOException {
    choice.warnings().forEach(console::say);
    if (speech.explain()) {
      choice.explanation().forEach(console::say);
    }
    DryRunLines lines = new DryRunLines(console, speech);
    RehearsalOutcome outcome;
    try (Interruption interruption = Interruption.whileOpen(new Cancellation())) {
      Cancellation cancellation = interruption.cancellation();
      CopyRequest request =
          new CopyRequest(items, choice.plans(), unasked(options), lines, cancellation);
      outcome =
          CopyCommand.untilInterrupted(
              () -> CopyEngine.rehearse(request), interruption, speech, console);
    }
    int exitCode = outcome.copy().isComplete() ? ExitCode.DONE : ExitCode.FAILED;
    if (speech.json()) {
      CopyDocument document =
          CopyDocument.of(
                  outcome.copy(), choice.profile(), exitCode, lines.errors(), lines.warnings())
              .withDryRun(DryRunEntry.of(lines.counts(), outcome.rooms()));
      console.out().println(document.toJson());
    } else if (!speech.quiet()) {
      summarize(outcome, lines.counts(), console.out());
    }
    return exitCode;
  }

  /** Nobody is asked: to every question the answer is yes. */
  private static CopyOptions unasked(CopyOptions options) {
    return options.overwrite().asks()
        ? options.toBuilder().confirmation((target, unwritableMode) -> true).build()
        : options;
  }

  private static void summarize(RehearsalOutcome outcome, DryRunCounts counts, PrintStream out) {
    CopyOutcome copy = outcome.copy();
    List<String> parts = new ArrayList<>();
    parts.add(
        "would copy " + copy.files() + " files, " + ByteSize.format(copy.bytes()) + counts.text());
    if (copy.failures() > 0) {
      parts.add(copy.failures() + " would fail");
    }
    outcome.rooms().forEach(room -> parts.add(text(room)));
    out.println(String.join("; ", parts));
  }

  private static String text(RoomNeed room) {
    String needed = "needed below " + room.below().quoted() + ": ";
    String most = ByteSize.format(room.mostBytes());
    String bytes = room.leastBytes() == room.mostBytes() ? most : "at most " + most;
    String free =
        room.freeBytes().isPresent()
            ? " of " + ByteSize.format(room.freeBytes().getAsLong()) + " free"
            : "";
    return needed + bytes + free + (room.mayFit() ? "" : ", which doesn't fit");
  }
}
