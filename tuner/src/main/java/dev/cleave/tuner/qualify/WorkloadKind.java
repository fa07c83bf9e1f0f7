package dev.cleave.tuner.qualify;

/** What is done to the device. */
public enum WorkloadKind {
  COPY("copy"),
  SEQUENTIAL_READ("sequential-read"),
  SEQUENTIAL_WRITE("sequential-write"),
  RANDOM_READ("random-read"),
  RANDOM_WRITE("random-write"),
  /** Random reads and writes at once. */
  MIXED("mixed"),
  /** One block appended, then fdatasync(2), whose time is the latency. */
  FDATASYNC("fdatasync"),
  /** Small files made, written and closed. */
  CREATES("creates"),
  /** Stamped blocks written, read back past the page cache and checked. */
  INTEGRITY("integrity");

  private final String label;

  WorkloadKind(String label) {
    this.label = label;
  }

  /** Whether it is requests of a block size to one file. */
  public boolean isBlocks() {
    return switch (this) {
      case SEQUENTIAL_READ, SEQUENTIAL_WRITE, RANDOM_READ, RANDOM_WRITE, MIXED -> true;
      case COPY, FDATASYNC, CREATES, INTEGRITY -> false;
    };
  }

  public boolean isRandom() {
    return this == RANDOM_READ || this == RANDOM_WRITE || this == MIXED;
  }

  public boolean writes() {
    return this != SEQUENTIAL_READ && this != RANDOM_READ;
  }

  /** Whether it reads what was there before. */
  public boolean readsData() {
    return this == SEQUENTIAL_READ || isRandom();
  }

  @Override
  public String toString() {
    return label;
  }
}
