package dev.cleave.engine.backend;

/**
 * Every way of moving bytes. The constants hold the backends themselves, which have no state:
 * constructor references would have to be linked before the first byte.
 */
public enum BackendKind {
  NIO("nio", new NioBackend()),
  KERNEL("kernel", new KernelBackend()),
  DIRECT("direct", new DirectBackend()),
  URING("uring", new UringBackend()),
  URING_DIRECT("uring-direct", new UringDirectBackend());

  private final String label;
  private final CopyBackend backend;

  BackendKind(String label, CopyBackend backend) {
    this.label = label;
    this.backend = backend;
  }

  public CopyBackend backend() {
    return backend;
  }

  @Override
  public String toString() {
    return label;
  }
}
