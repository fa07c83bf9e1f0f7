package dev.cleave.bench.peer;

import java.util.function.Supplier;

/** Every peer, by the name that it has in reports. */
public enum PeerKind {
  CP("cp", CpPeer::new),
  CP_WITHOUT_REFLINK("cp --reflink=never", CpWithoutReflinkPeer::new),
  CP_DENSE("cp --reflink=never --sparse=never", CpDensePeer::new),
  RSYNC("rsync", RsyncPeer::new),
  DD("dd", DdPeer::new),
  RCLONE("rclone", RclonePeer::new),
  FILES_COPY("Files.copy", FilesCopyPeer::new);

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // a reference to a constructor holds no state
  private final Supplier<Peer> constructor;

  PeerKind(String label, Supplier<Peer> constructor) {
    this.label = label;
    this.constructor = constructor;
  }

  public Peer create() {
    return constructor.get();
  }

  /** Its name in reports. */
  @Override
  public String toString() {
    return label;
  }
}
