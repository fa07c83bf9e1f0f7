package dev.cleave.engine.backend;

import java.util.function.Supplier;

/** Every way of moving bytes. */
public enum BackendKind {
  NIO("nio", NioBackend::new);

  private final String label;
  private final Supplier<CopyBackend> constructor;

  BackendKind(String label, Supplier<CopyBackend> constructor) {
    this.label = label;
    this.constructor = constructor;
  }

  public CopyBackend create() {
    return constructor.get();
  }

  @Override
  public String toString() {
    return label;
  }
}
