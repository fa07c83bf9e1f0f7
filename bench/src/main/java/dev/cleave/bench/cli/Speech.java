package dev.cleave.bench.cli;

/**
 * How much {@code copy} says.
 *
 * @param debug names files as {@code verbose} does, and says what was used
 */
record Speech(boolean verbose, boolean debug, boolean quiet, boolean json, boolean explain) {
  static final Speech NORMAL = new Speech(false, false, false, false, false);

  Speech withVerbose() {
    return new Speech(true, debug, quiet, json, explain);
  }

  Speech withDebug() {
    return new Speech(true, true, quiet, json, explain);
  }

  Speech withQuiet() {
    return new Speech(verbose, debug, true, json, explain);
  }

  Speech withJson() {
    return new Speech(verbose, debug, quiet, true, explain);
  }

  Speech withExplain() {
    return new Speech(verbose, debug, quiet, json, true);
  }
}
