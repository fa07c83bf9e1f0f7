package dev.cleave.bench.cli;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.CopyEngine;
import dev.cleave.engine.CopyItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the operands of {@code copy} mean: cp's checks, in cp's order and words. */
final class Operands {
  private static final String NOT_A_DIRECTORY = "Not a directory";
  private static final BytePath PARENT_DIRECTORY = BytePath.of("..");

  private Operands() {}

  /**
   * One item per source, with its full target.
   *
   * @throws CommandException if there are too few or too many, or they have no directory to go to
   */
  static List<CopyItem> items(List<BytePath> operands, Placement placement)
      throws CommandException {
    refuseMissing(operands, placement);
    if (placement.noTargetDirectory()) {
      refuseBothTargets(operands, placement);
      return single(operands, placement);
    }
    BytePath directory = placement.targetDirectory();
    if (directory != null) {
      refuseAbsent("target directory", directory, CopyEngine.whyNoDirectory(directory));
      return into(directory, operands, placement);
    }
    BytePath last = operands.getLast();
    String whyNone = CopyEngine.whyNoDirectory(last);
    if (whyNone == null) {
      return into(last, operands.subList(0, operands.size() - 1), placement);
    }
    if (operands.size() > 2) {
      refuseAbsent("target", last, whyNone);
    }
    return single(operands, placement);
  }

  private static void refuseMissing(List<BytePath> operands, Placement placement)
      throws CommandException {
    if (operands.isEmpty()) {
      throw CommandException.wrongUsage("missing file operand");
    }
    if (operands.size() == 1 && placement.targetDirectory() == null) {
      throw CommandException.wrongUsage(
          "missing destination file operand after " + operands.getFirst().quoted());
    }
  }

  private static void refuseBothTargets(List<BytePath> operands, Placement placement)
      throws CommandException {
    if (placement.targetDirectory() != null) {
      throw CommandException.failed(
          "cannot combine --target-directory (-t) and --no-target-directory (-T)");
    }
    if (operands.size() > 2) {
      throw CommandException.wrongUsage("extra operand " + operands.get(2).quoted());
    }
  }

  private static void refuseAbsent(String role, BytePath directory, @Nullable String whyNone)
      throws CommandException {
    if (whyNone != null) {
      throw CommandException.failed(role + " " + directory.quoted() + ": " + whyNone, directory);
    }
  }

  private static List<CopyItem> single(List<BytePath> operands, Placement placement)
      throws CommandException {
    if (placement.parents()) {
      throw CommandException.wrongUsage("with --parents, the destination must be a directory");
    }
    BytePath source = operands.getFirst();
    BytePath target = operands.getLast();
    if (target.endsWithSlash() && NOT_A_DIRECTORY.equals(CopyEngine.whyNoDirectory(source))) {
      refuseSlash(target);
    }
    return List.of(new CopyItem(source, target));
  }

  /** Only a directory can get a name with a slash at its end. */
  private static void refuseSlash(BytePath target) throws CommandException {
    String whyNone = CopyEngine.whyNoDirectory(target);
    if (whyNone != null) {
      String doing = whyNone.equals(NOT_A_DIRECTORY) ? "stat " : "create regular file ";
      throw CommandException.failed(
          "cannot " + doing + target.quoted() + ": " + NOT_A_DIRECTORY, target);
    }
  }

  private static List<CopyItem> into(
      BytePath directory, List<BytePath> sources, Placement placement) {
    BytePath shown = directory.withoutTrailingSlashes();
    List<CopyItem> items = new ArrayList<>();
    for (BytePath source : sources) {
      BytePath name = placement.stripTrailingSlashes() ? source.withoutTrailingSlashes() : source;
      items.add(placement.parents() ? withParents(name, shown) : below(name, shown));
    }
    return items;
  }

  /** The contents of {@code a/..} go into the directory itself, not beside it. */
  private static CopyItem below(BytePath source, BytePath directory) {
    BytePath name = source.fileName().withoutLeadingSlashes();
    return new CopyItem(
        source,
        directory.resolve(name.equals(PARENT_DIRECTORY) ? BytePath.WORKING_DIRECTORY : name));
  }

  private static CopyItem withParents(BytePath source, BytePath directory) {
    BytePath name = source.withoutTrailingSlashes().withoutLeadingSlashes();
    int parents = 0;
    for (BytePath at = name; !at.equals(at.fileName()); at = at.parent()) {
      parents++;
    }
    return new CopyItem(source, directory.resolve(name), parents);
  }
}
