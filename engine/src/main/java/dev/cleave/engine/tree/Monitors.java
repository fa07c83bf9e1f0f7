package dev.cleave.engine.tree;

import java.util.function.BooleanSupplier;

/**
 * Waiting in monitors. Those guard what each entry touches for an instant: their threads spin
 * before they sleep, which those of a {@link java.util.concurrent.locks.ReentrantLock} don't.
 */
final class Monitors {
  private Monitors() {}

  /**
   * Waits, whatever interrupts the thread, until that is no longer so. The caller holds the
   * monitor; who changes something notifies all.
   */
  static void awaitWhile(Object monitor, BooleanSupplier isSo) {
    boolean interrupted = false;
    try {
      while (isSo.getAsBoolean()) {
        try {
          monitor.wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
