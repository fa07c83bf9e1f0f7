package dev.cleave.engine.linux;

/**
 * Numbers of the system calls in use.
 *
 * <p>Source: arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h of the
 * kernel; from 424 on the two tables agree.
 */
enum CallNumber {
  READ("read", 0, 63),
  WRITE("write", 1, 64),
  CLOSE("close", 3, 57),
  LSEEK("lseek", 8, 62),
  MMAP("mmap", 9, 222),
  MUNMAP("munmap", 11, 215),
  IOCTL("ioctl", 16, 29),
  PREAD64("pread64", 17, 67),
  PWRITE64("pwrite64", 18, 68),
  MINCORE("mincore", 27, 232),
  FLOCK("flock", 73, 32),
  FSYNC("fsync", 74, 82),
  FDATASYNC("fdatasync", 75, 83),
  FTRUNCATE("ftruncate", 77, 46),
  FCHMOD("fchmod", 91, 52),
  FCHOWN("fchown", 93, 55),
  UMASK("umask", 95, 166),
  GETRUSAGE("getrusage", 98, 165),
  GETEUID("geteuid", 107, 175),
  FSTATFS("fstatfs", 138, 44),
  SETXATTR("setxattr", 188, 5),
  LSETXATTR("lsetxattr", 189, 6),
  FSETXATTR("fsetxattr", 190, 7),
  GETXATTR("getxattr", 191, 8),
  LGETXATTR("lgetxattr", 192, 9),
  FGETXATTR("fgetxattr", 193, 10),
  LISTXATTR("listxattr", 194, 11),
  LLISTXATTR("llistxattr", 195, 12),
  FLISTXATTR("flistxattr", 196, 13),
  REMOVEXATTR("removexattr", 197, 14),
  GETDENTS64("getdents64", 217, 61),
  FADVISE64("fadvise64", 221, 223),
  OPENAT("openat", 257, 56),
  MKDIRAT("mkdirat", 258, 34),
  MKNODAT("mknodat", 259, 33),
  FCHOWNAT("fchownat", 260, 54),
  UNLINKAT("unlinkat", 263, 35),
  LINKAT("linkat", 265, 37),
  SYMLINKAT("symlinkat", 266, 36),
  READLINKAT("readlinkat", 267, 78),
  FCHMODAT("fchmodat", 268, 53),
  FACCESSAT("faccessat", 269, 48),
  UTIMENSAT("utimensat", 280, 88),
  FALLOCATE("fallocate", 285, 47),
  PRLIMIT64("prlimit64", 302, 261),
  SYNCFS("syncfs", 306, 267),
  RENAMEAT2("renameat2", 316, 276),
  COPY_FILE_RANGE("copy_file_range", 326, 285),
  STATX("statx", 332, 291),
  IO_URING_SETUP("io_uring_setup", 425, 425),
  IO_URING_ENTER("io_uring_enter", 426, 426),
  IO_URING_REGISTER("io_uring_register", 427, 427),
  OPENAT2("openat2", 437, 437),
  CACHESTAT("cachestat", 451, 451);

  final String call;
  final int number;

  CallNumber(String call, int x86Number, int genericNumber) {
    this.call = call;
    this.number = System.getProperty("os.arch").equals("amd64") ? x86Number : genericNumber;
  }
}
