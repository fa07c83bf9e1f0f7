package dev.cleave.bench.roofline;

/** What the devices are asked to do. */
enum Load {
  READ(true, false),
  WRITE(false, true),
  COPY(true, true);

  private final boolean reads;
  private final boolean writes;

  Load(boolean reads, boolean writes) {
    this.reads = reads;
    this.writes = writes;
  }

  boolean reads() {
    return reads;
  }

  boolean writes() {
    return writes;
  }
}
