package dev.cleave.bench.cli;

/**
 * SIGUSR1, which asks a copy how far it is, as it asks dd. Until it is {@link #install}ed the
 * signal ends the process, as any that nobody handles.
 *
 * <p>{@code sun.misc} is the one way to a signal that isn't about ending: it is in jdk.unsupported,
 * and bench's pom.xml lets the compiler see it. The class is a thin face of one that the JVM has
 * loaded for SIGINT anyway.
 */
final class ProgressSignal {
  private ProgressSignal() {}

  /** From now on the signal runs this, in a thread of its own, until the process ends. */
  static void install(Runnable whenAsked) {
    sun.misc.Signal.handle(new sun.misc.Signal("USR1"), signal -> whenAsked.run());
  }
}
