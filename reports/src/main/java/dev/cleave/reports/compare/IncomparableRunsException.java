package dev.cleave.reports.compare;

/** Runs that say nothing about each other; the message says why. */
public final class IncomparableRunsException extends Exception {
  private static final long serialVersionUID = 1;

  IncomparableRunsException(String message) {
    super(message);
  }
}
