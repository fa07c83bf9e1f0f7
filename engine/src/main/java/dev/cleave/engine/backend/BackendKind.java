package dev.cleave.engine.backend;

/** Every way of moving bytes. */
public enum BackendKind {
  NIO("nio");

  private final String label;

  BackendKind(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
