package dev.cleave.bench.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An option of {@code copy}: cp's own, or one of those that Cleave has beyond them. */
sealed interface CopyOption extends GnuOptions.Option permits CpOption, CleaveOption {
  /** Every one; cp's first, in the order in which cp names them where a prefix is ambiguous. */
  static List<CopyOption> all() {
    List<CopyOption> all = new ArrayList<>(Arrays.asList(CpOption.values()));
    all.addAll(Arrays.asList(CleaveOption.values()));
    return all;
  }

  /**
   * Does what the option asks for.
   *
   * @throws CommandException if its value can't be, in cp's words
   * @throws IllegalArgumentException likewise, of values that cp doesn't know
   */
  void applyTo(CopySettings settings, String value) throws CommandException;
}
