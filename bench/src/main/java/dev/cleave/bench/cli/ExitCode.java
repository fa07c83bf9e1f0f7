package dev.cleave.bench.cli;

import dev.cleave.tuner.search.Verdict;

/** What a command tells the shell. */
final class ExitCode {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;
  static final int INCONCLUSIVE = 3;
  static final int INVALID = 4;

  /**
   * By SIGINT; then it is the virtual machine that says so. Other signals have theirs: SIGTERM 143.
   */
  static final int INTERRUPTED = 130;

  private ExitCode() {}

  static int of(Verdict verdict) {
    return switch (verdict) {
      case TUNED, KEEP_DEFAULT -> DONE;
      case INCONCLUSIVE -> INCONCLUSIVE;
      case INVALID -> INVALID;
    };
  }
}
