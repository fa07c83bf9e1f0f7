package dev.cleave.bench.cli;

import dev.cleave.engine.BytePath;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code copy} that say where copies go.
 *
 * @param targetDirectory the directory they go into, if it isn't the last operand
 * @param noTargetDirectory takes the last operand for the copy's own name, whatever it is
 * @param parents appends the whole name of a source to that of the directory
 * @param stripTrailingSlashes of sources
 */
record Placement(
    @Nullable BytePath targetDirectory,
    boolean noTargetDirectory,
    boolean parents,
    boolean stripTrailingSlashes) {
  static final Placement NORMAL = new Placement(null, false, false, false);

  /**
   * @throws CommandException if there is one already
   */
  Placement withTargetDirectory(BytePath value) throws CommandException {
    if (targetDirectory != null) {
      throw CommandException.failed("multiple target directories specified");
    }
    return new Placement(value, noTargetDirectory, parents, stripTrailingSlashes);
  }

  Placement withNoTargetDirectory() {
    return new Placement(targetDirectory, true, parents, stripTrailingSlashes);
  }

  Placement withParents() {
    return new Placement(targetDirectory, noTargetDirectory, true, stripTrailingSlashes);
  }

  Placement withStrippedTrailingSlashes() {
    return new Placement(targetDirectory, noTargetDirectory, parents, true);
  }
}
