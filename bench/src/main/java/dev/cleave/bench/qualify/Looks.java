package dev.cleave.bench.qualify;

/**
 * How often verdicts are looked for. Each look has a share of every error, so that all of them
 * together make no more.
 */
enum Looks {
  /** When all is measured. */
  ONCE,
  /** After one run of a workload, after two and after {@value #MOST_RUNS}, until all is decided. */
  UNTIL_DECIDED;

  static final int MOST_RUNS = 4;

  /** The first look has half, for most is decided by then. */
  double share(int runs) {
    return this == ONCE ? 1 : runs <= 1 ? 0.5 : 0.25;
  }
}
