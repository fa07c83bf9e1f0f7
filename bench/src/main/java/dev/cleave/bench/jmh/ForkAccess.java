package dev.cleave.bench.jmh;

/** VM options of the forks of benchmarks.jar, in which everything is on the class path. */
final class ForkAccess {
  static final String NATIVE = "--enable-native-access=ALL-UNNAMED";

  /** JMH's own. */
  static final String UNSAFE = "--sun-misc-unsafe-memory-access=allow";

  private ForkAccess() {}
}
