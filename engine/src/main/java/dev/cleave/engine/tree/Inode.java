package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus.Timestamp;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import java.util.List;

/** A file as the calls on its metadata get at it: each kind of name needs calls of its own. */
sealed interface Inode {
  Syscalls syscalls();

  /** The names of its extended attributes. */
  List<BytePath> attributes() throws SyscallException;

  byte[] attribute(BytePath name) throws SyscallException;

  void setAttribute(BytePath name, byte[] value) throws SyscallException;

  void chown(int owner, int group) throws SyscallException;

  void chmod(int permissions) throws SyscallException;

  void setTimes(Timestamp accessed, Timestamp modified) throws SyscallException;

  /** A file that is open for reading or writing. */
  record Opened(Fd fd) implements Inode {
    @Override
    public Syscalls syscalls() {
      return fd.syscalls();
    }

    @Override
    public List<BytePath> attributes() throws SyscallException {
      return syscalls().flistxattr(fd.number());
    }

    @Override
    public byte[] attribute(BytePath name) throws SyscallException {
      return syscalls().fgetxattr(fd.number(), name);
    }

    @Override
    public void setAttribute(BytePath name, byte[] value) throws SyscallException {
      syscalls().fsetxattr(fd.number(), name, value);
    }

    @Override
    public void chown(int owner, int group) throws SyscallException {
      syscalls().fchown(fd.number(), owner, group);
    }

    @Override
    public void chmod(int permissions) throws SyscallException {
      syscalls().fchmod(fd.number(), permissions);
    }

    @Override
    public void setTimes(Timestamp accessed, Timestamp modified) throws SyscallException {
      syscalls().futimens(fd.number(), accessed, modified);
    }
  }

  /**
   * A file of any kind but a symbolic link that is only held, by {@link Open#PATH}: that needs no
   * permission for it, but the calls on descriptors refuse it, so that it goes by its name in
   * /proc.
   */
  record Held(Fd fd) implements Inode {
    @Override
    public Syscalls syscalls() {
      return fd.syscalls();
    }

    @Override
    public List<BytePath> attributes() throws SyscallException {
      return syscalls().listxattr(fd.procPath());
    }

    @Override
    public byte[] attribute(BytePath name) throws SyscallException {
      return syscalls().getxattr(fd.procPath(), name);
    }

    @Override
    public void setAttribute(BytePath name, byte[] value) throws SyscallException {
      syscalls().setxattr(fd.procPath(), name, value);
    }

    void removeAttribute(BytePath name) throws SyscallException {
      syscalls().removexattr(fd.procPath(), name);
    }

    @Override
    public void chown(int owner, int group) throws SyscallException {
      syscalls().fchownat(fd.number(), BytePath.EMPTY, owner, group, Open.AT_EMPTY_PATH);
    }

    @Override
    public void chmod(int permissions) throws SyscallException {
      syscalls().fchmodat(Open.AT_CWD, fd.procPath(), permissions);
    }

    @Override
    public void setTimes(Timestamp accessed, Timestamp modified) throws SyscallException {
      syscalls().utimensat(Open.AT_CWD, fd.procPath(), accessed, modified, 0);
    }
  }

  /** A symbolic link itself, by its name in an open directory. */
  record Link(Fd directory, BytePath entry) implements Inode {
    @Override
    public Syscalls syscalls() {
      return directory.syscalls();
    }

    private BytePath path() {
      return directory.procPath().resolve(entry);
    }

    @Override
    public List<BytePath> attributes() throws SyscallException {
      return syscalls().llistxattr(path());
    }

    @Override
    public byte[] attribute(BytePath name) throws SyscallException {
      return syscalls().lgetxattr(path(), name);
    }

    @Override
    public void setAttribute(BytePath name, byte[] value) throws SyscallException {
      syscalls().lsetxattr(path(), name, value);
    }

    @Override
    public void chown(int owner, int group) throws SyscallException {
      syscalls().fchownat(directory.number(), entry, owner, group, Open.AT_SYMLINK_NO_FOLLOW);
    }

    @Override
    public void chmod(int permissions) {
      throw new UnsupportedOperationException("a symbolic link has no permissions");
    }

    @Override
    public void setTimes(Timestamp accessed, Timestamp modified) throws SyscallException {
      syscalls()
          .utimensat(directory.number(), entry, accessed, modified, Open.AT_SYMLINK_NO_FOLLOW);
    }
  }
}
