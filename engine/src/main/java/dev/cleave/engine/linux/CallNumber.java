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
  FSYNC("fsync", 74, 82),
  FDATASYNC("fdatasync", 75, 83),
  FTRUNCATE("ftruncate", 77, 46),
  FCHMOD("fchmod", 91, 52),
  FCHOWN("fchown", 93, 55),
  UMASK("umask", 95, 166),
  FSTATFS("fstatfs", 138, 44),
  FSETXATTR("fsetxattr", 190, 7),
  GETXATTR("getxattr", 191, 8),
  LISTXATTR("listxattr", 194, 11),
  FREMOVEXATTR("fremovexattr", 199, 16),
  GETDENTS64("getdents64", 217, 61),
  FADVISE64("fadvise64", 221, 223),
  OPENAT("openat", 257, 56),
  MKDIRAT("mkdirat", 258, 34),
  MKNODAT("mknodat", 259, 33),
  UNLINKAT("unlinkat", 263, 35),
  LINKAT("linkat", 265, 37),
  SYMLINKAT("symlinkat", 266, 36),
  READLINKAT("readlinkat", 267, 78),
  FCHMODAT("fchmodat", 268, 53),
  FACCESSAT("faccessat", 269, 48),
  UTIMENSAT("utimensat", 280, 88),
  FALLOCATE("fallocate", 285, 47),
  RENAMEAT2("renameat2", 316, 276),
  COPY_FILE_RANGE("copy_file_range", 326, 285),
  STATX("statx", 332, 291),
  IO_URING_SETUP("io_uring_setup", 425, 425),
  IO_URING_ENTER("io_uring_enter", 426, 426),
  IO_URING_REGISTER("io_uring_register", 427, 427),
  CACHESTAT("cachestat", 451, 451);

  final String call;
  final int number;

  CallNumber(String call, int x86Number, int genericNumber) {
    this.call = call;
    this.number = System.getProperty("os.arch").equals("amd64") ? x86Number : genericNumber;
  }
}
