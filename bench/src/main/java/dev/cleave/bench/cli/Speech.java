package dev.cleave.bench.cli;

/** How much {@code copy} says. */
record Speech(boolean verbose, boolean quiet, boolean json, boolean explain) {
  static final Speech NORMAL = new Speech(false, false, false, false);

  Speech withVerbose() {
    return new Speech(true, quiet, json, explain);
  }

  Speech withQuiet() {
    return new Speech(verbose, true, json, explain);
  }

  Speech withJson() {
    return new Speech(verbose, quiet, true, explain);
  }

  Speech withExplain() {
    return new Speech(verbose, quiet, json, true);
  }
}
