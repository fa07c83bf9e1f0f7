package dev.cleave.bench.qualify.specification;

import dev.cleave.tuner.qualify.Requirement;

/** What a requirement can't do without writing. */
final class WriteNeed {
  private WriteNeed() {}

  /** In bytes: the file that is read, or what must be written before "sustained" begins. */
  static long leastBytes(Requirement requirement) {
    long after = requirement.afterBytes() == null ? 0 : requirement.afterBytes();
    return switch (requirement.workload().kind()) {
      case SEQUENTIAL_READ, RANDOM_READ -> requirement.workload().fileBytes();
      case RANDOM_WRITE, MIXED -> requirement.workload().fileBytes() + after;
      case COPY -> 2 * requirement.workload().fileBytes();
      case INTEGRITY -> 3 * requirement.workload().fileBytes();
      case SEQUENTIAL_WRITE -> Math.max(after, requirement.workload().blockBytes());
      case FDATASYNC, CREATES -> requirement.workload().blockBytes();
    };
  }
}
