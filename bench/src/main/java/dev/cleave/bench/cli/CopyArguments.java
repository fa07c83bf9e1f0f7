package dev.cleave.bench.cli;

import dev.cleave.bench.cli.GnuOptions.Given;
import dev.cleave.engine.BytePath;
import dev.cleave.engine.options.CopyOptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@code copy}, understood: of an option given twice the last one counts.
 *
 * @param dryRun whether nothing shall be changed
 * @param plan replaces fields of the profile's plans
 * @param noProfile counts more than a profile that is named
 * @param profile the one to use; null for the one that fits
 * @param tuneFirst what to do where none fits; null for the default plan
 * @param adapt whether large files may go by other plans, found on the way
 */
record CopyArguments(
    Wish wish,
    boolean dryRun,
    List<BytePath> operands,
    Placement placement,
    CopyOptions options,
    PlanOptions plan,
    Speech speech,
    boolean noProfile,
    @Nullable String profile,
    @Nullable TuneFirst tuneFirst,
    boolean adapt) {
  /** What shall be done. */
  enum Wish {
    COPY,
    HELP,
    VERSION
  }

  /**
   * Takes one option after the other, up to the first that wants something else than a copy: what
   * stands behind {@code --help} may be wrong.
   *
   * @throws CommandException if an option is unknown or its value can't be
   */
  static CopyArguments parse(String[] args, Console console) throws CommandException {
    boolean posixlyCorrect = console.environment().containsKey("POSIXLY_CORRECT");
    GnuOptions<CopyOption> line = new GnuOptions<>(CopyOption.all(), args, posixlyCorrect);
    CopySettings settings = new CopySettings(console);
    while (settings.wish() == Wish.COPY) {
      Given<CopyOption> given = line.next();
      if (given == null) {
        break;
      }
      take(given, settings);
    }
    List<BytePath> operands = new ArrayList<>();
    for (String operand : line.operands()) {
      operands.add(RawArguments.path(operand));
    }
    return settings.with(operands);
  }

  private static void take(Given<CopyOption> given, CopySettings settings) throws CommandException {
    try {
      given.option().applyTo(settings, given.value());
    } catch (IllegalArgumentException e) {
      throw CommandException.wrongUsage(String.valueOf(e.getMessage()));
    }
  }
}
