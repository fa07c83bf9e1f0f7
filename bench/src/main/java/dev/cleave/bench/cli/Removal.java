package dev.cleave.bench.cli;

import dev.cleave.bench.trial.PrivateDirectory;
import java.io.IOException;
import java.util.List;

/**
 * On Ctrl-C ends all processes that were started, with those that they started, and removes what
 * was put on the devices under test. The exit code then is the JVM's own.
 */
final class Removal implements AutoCloseable {
  private final Console console;
  private final Thread hook = new Thread(this::removeAll, "cleave-removal");
  private volatile List<PrivateDirectory> directories = List.of();
  private volatile boolean interrupted;

  private Removal(Console console) {
    this.console = console;
  }

  static Removal whileOpen(Console console) {
    Removal removal = new Removal(console);
    Runtime.getRuntime().addShutdownHook(removal.hook);
    return removal;
  }

  /** What is to be removed. */
  void of(List<PrivateDirectory> made) {
    directories = List.copyOf(made);
  }

  /** They would go on writing: they are stopped first, also those that began meanwhile. */
  private void removeAll() {
    interrupted = true;
    List<ProcessHandle> running = ProcessHandle.current().descendants().toList();
    while (!running.isEmpty()) {
      running.forEach(ProcessHandle::destroyForcibly);
      running.forEach(process -> process.onExit().join());
      running = ProcessHandle.current().descendants().toList();
    }
    for (PrivateDirectory directory : directories) {
      try {
        directory.close();
      } catch (IOException e) {
        console.say("could not remove " + directory.path() + ": " + e.getMessage());
      }
    }
  }

  /** Whether we are being ended from outside, so that our own errors are no news. */
  boolean isInterrupted() {
    return interrupted;
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      interrupted = true; // the hook is what ended us
    }
  }
}
