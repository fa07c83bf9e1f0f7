package dev.cleave.tuner.measure;

/** Whether the source was in the page cache when the clock started. */
public enum CacheState {
  COLD("cold"),
  WARM("warm");

  private final String label;

  CacheState(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
