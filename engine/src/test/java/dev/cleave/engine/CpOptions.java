package dev.cleave.engine;

import dev.cleave.engine.options.BackupControl;
import dev.cleave.engine.options.Confirmation;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.CopyOptionsBuilder;
import dev.cleave.engine.options.Dereference;
import dev.cleave.engine.options.FileContent;
import dev.cleave.engine.options.PreserveOptions;
import dev.cleave.engine.options.UpdateMode;

/** What cp's options are to the engine. */
final class CpOptions {
  private static final PreserveOptions LINKS =
      new PreserveOptions(false, false, false, true, false, false, false, true, false);

  private CpOptions() {}

  /**
   * @param written options as cp takes them, with a blank between them and none in them
   */
  static CopyOptions parse(String written, Confirmation confirmation) {
    CopyOptionsBuilder builder = CopyOptions.builder();
    for (String option : written.split(" ", -1)) {
      add(builder, option, confirmation);
    }
    return builder.build();
  }

  private static void add(CopyOptionsBuilder builder, String option, Confirmation confirmation) {
    switch (option) {
      case "", "-T", "-v" -> {}
      case "-a" ->
          builder.recursive(true).dereference(Dereference.NEVER).preserve(PreserveOptions.ARCHIVE);
      case "-d" -> builder.dereference(Dereference.NEVER).preserve(LINKS);
      case "-f" -> builder.force(true);
      case "-H" -> builder.dereference(Dereference.NAMED);
      case "-i" -> builder.confirmation(confirmation);
      case "-L" -> builder.dereference(Dereference.ALWAYS);
      case "-l" -> builder.content(FileContent.HARD_LINK);
      case "-n" -> builder.update(UpdateMode.NONE);
      case "-P" -> builder.dereference(Dereference.NEVER);
      case "-p" -> builder.preserve(PreserveOptions.BASICS);
      case "-R" -> builder.recursive(true);
      case "-s" -> builder.content(FileContent.SYMBOLIC_LINK);
      case "-u" -> builder.update(UpdateMode.OLDER);
      case "--attributes-only" -> builder.content(FileContent.ATTRIBUTES_ONLY);
      case "--backup", "--backup=existing" -> builder.backup(BackupControl.EXISTING);
      case "--backup=numbered" -> builder.backup(BackupControl.NUMBERED);
      case "--backup=simple" -> builder.backup(BackupControl.SIMPLE);
      case "--preserve=links" -> builder.preserve(LINKS);
      case "--remove-destination" -> builder.removeFirst(true);
      default -> throw new IllegalArgumentException(option);
    }
  }
}
