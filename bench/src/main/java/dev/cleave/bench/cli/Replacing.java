package dev.cleave.bench.cli;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.options.BackupControl;
import dev.cleave.engine.options.CopyOptionsBuilder;
import dev.cleave.engine.options.UpdateMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the options given so far say about targets that exist: -f, -i, -n, -u, {@code
 * --remove-destination}, and backups.
 */
final class Replacing {
  private static final Choice<BackupControl> CONTROLS =
      Choice.<BackupControl>of("backup type")
          .or(BackupControl.NONE, "none", "off")
          .or(BackupControl.SIMPLE, "simple", "never")
          .or(BackupControl.EXISTING, "existing", "nil")
          .or(BackupControl.NUMBERED, "numbered", "t");

  private UpdateMode update = UpdateMode.ALL;
  private boolean never;
  private boolean asks;
  private boolean force;
  private boolean removeFirst;
  private boolean backups;
  private String control = "";
  private @Nullable String suffix;

  void update(UpdateMode value) {
    update = value;
  }

  /** {@code -n}: the last of -i and -n counts, and -n counts more than any -u. */
  void never() {
    never = true;
    asks = false;
  }

  /** {@code -i}. */
  void ask() {
    asks = true;
    never = false;
  }

  void force() {
    force = true;
  }

  void removeFirst() {
    removeFirst = true;
  }

  /**
   * @param value which backups; empty for those that the environment wants
   */
  void backup(String value) {
    backups = true;
    if (!value.isEmpty()) {
      control = value;
    }
  }

  /** Asks for backups, too. */
  void suffix(String value) {
    backups = true;
    suffix = value;
  }

  /**
   * @throws CommandException if there is to be a backup of what is never replaced
   */
  void refuseContradictions() throws CommandException {
    if (backups && never) {
      throw CommandException.wrongUsage("options --backup and --no-clobber are mutually exclusive");
    }
    if (backups && (update == UpdateMode.NONE || update == UpdateMode.NONE_FAIL)) {
      throw CommandException.wrongUsage(
          "--backup is mutually exclusive with -n or --update=none-fail");
    }
  }

  /**
   * @throws CommandException if there is no such kind of backup
   */
  void applyTo(CopyOptionsBuilder options, Console console) throws CommandException {
    options.update(never ? UpdateMode.NONE : update).force(force).removeFirst(removeFirst);
    if (asks) {
      options.confirmation(new Prompt(console, force || removeFirst));
    }
    if (backups) {
      options.backup(control(console.environment())).backupSuffix(suffix(console.environment()));
    }
  }

  private BackupControl control(Map<String, String> environment) throws CommandException {
    LocaleQuote quotes = LocaleQuote.of(environment);
    if (!control.isEmpty()) {
      return CONTROLS.named(control, quotes);
    }
    String wanted = environment.getOrDefault("VERSION_CONTROL", "");
    return wanted.isEmpty()
        ? BackupControl.EXISTING
        : CONTROLS.named(wanted, "$VERSION_CONTROL", quotes);
  }

  /** One that would lead to another directory, or to no other name, is ignored: as cp. */
  private BytePath suffix(Map<String, String> environment) {
    String wanted = suffix == null ? environment.getOrDefault("SIMPLE_BACKUP_SUFFIX", "") : suffix;
    return RawArguments.path(wanted.isEmpty() || wanted.contains("/") ? "~" : wanted);
  }
}
