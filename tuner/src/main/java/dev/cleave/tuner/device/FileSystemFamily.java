package dev.cleave.tuner.device;

/** Where file systems of a type keep their bytes: decides how the probe goes on below a mount. */
enum FileSystemFamily {
  /** On block devices. Also every type not named here: if it has none, the probe says so. */
  BLOCK,
  MEMORY,
  /** On another machine, or on the host of this one. */
  NETWORK,
  /** On the file system of its upper directory. */
  OVERLAY,
  /** On the devices of a pool that only its own tools know. */
  POOL,
  /** Wherever a user's process likes. {@code fuseblk} is not one: it has a block device. */
  FUSE;

  static FileSystemFamily of(String type) {
    return switch (type) {
      case "tmpfs", "ramfs", "rootfs", "devtmpfs", "hugetlbfs" -> MEMORY;
      case "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "virtiofs", "afs", "ceph" -> NETWORK;
      case "lustre", "gpfs", "beegfs", "orangefs", "wekafs", "glusterfs" -> NETWORK;
      case "fuse.sshfs", "fuse.rclone", "fuse.s3fs", "fuse.glusterfs", "fuse.ceph-fuse" -> NETWORK;
      case "overlay" -> OVERLAY;
      case "zfs" -> POOL;
      case "fuse" -> FUSE;
      default -> type.startsWith("fuse.") ? FUSE : BLOCK;
    };
  }
}
