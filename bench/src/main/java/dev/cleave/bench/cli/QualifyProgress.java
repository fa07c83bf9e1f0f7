package dev.cleave.bench.cli;

import dev.cleave.bench.qualify.QualifyListener;
import dev.cleave.bench.trial.PrivateDirectory;
import java.util.List;
import java.util.Locale;

/**
 * Says on standard error which load is put on which device. The directories need no help on Ctrl-C:
 * the interruption ends the loads, and the run removes them itself.
 */
final class QualifyProgress implements QualifyListener, AutoCloseable {
  private final Console console;
  private final boolean quiet;
  private final StatusBlock block;

  QualifyProgress(Console console, CommonOptions options) {
    this.console = console;
    this.quiet = options.quiet() || options.json();
    this.block = new StatusBlock(console.err());
  }

  @Override
  public void privateDirectory(PrivateDirectory made) {}

  @Override
  public synchronized void measuring(String directory, String workload, double seconds) {
    if (quiet) {
      return;
    }
    String line = String.format(Locale.ROOT, "%s: %s, %.0f s", directory, workload, seconds);
    if (console.terminal()) {
      block.show(List.of(line));
    } else {
      console.say(line);
    }
  }

  synchronized void clear() {
    block.clear();
  }

  @Override
  public void close() {
    clear();
  }
}
