package dev.cleave.bench.cli;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.CopyEngine;
import dev.cleave.engine.CopyItem;
import java.util.ArrayList;
import java.util.List;

/** What the operands of {@code copy} mean, as in cp: DST may be a directory to copy into. */
final class Operands {
  private Operands() {}

  static List<CopyItem> items(List<BytePath> operands, boolean noTargetDirectory)
      throws CommandException {
    if (operands.isEmpty()) {
      throw CommandException.wrongUsage("missing file operand");
    }
    if (operands.size() < 2) {
      throw CommandException.wrongUsage(
          "missing destination file operand after " + operands.getFirst().quoted());
    }
    BytePath target = operands.getLast();
    List<BytePath> sources = operands.subList(0, operands.size() - 1);
    if (noTargetDirectory || !CopyEngine.isDirectory(target)) {
      return single(sources, target, noTargetDirectory);
    }
    List<CopyItem> items = new ArrayList<>();
    for (BytePath source : sources) {
      items.add(new CopyItem(source, target.resolve(source.fileName())));
    }
    return items;
  }

  private static List<CopyItem> single(
      List<BytePath> sources, BytePath target, boolean noTargetDirectory) throws CommandException {
    BytePath source = sources.getFirst();
    if (sources.size() > 1) {
      throw CommandException.failed(
          noTargetDirectory
              ? "extra operand " + target.quoted()
              : "target " + target.quoted() + " is not a directory");
    }
    if (target.endsWithSlash() && !CopyEngine.isDirectory(source)) {
      throw CommandException.failed(
          "cannot create regular file " + target.quoted() + ": Not a directory");
    }
    return List.of(new CopyItem(source, target));
  }
}
