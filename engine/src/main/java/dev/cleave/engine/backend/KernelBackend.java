package dev.cleave.engine.backend;

import dev.cleave.engine.ByteRange;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.ReflinkMode;
import java.io.IOException;

/**
 * copy_file_range(2): the kernel moves the bytes, which never come up into this process, and an NFS
 * or SMB server may move them all by itself.
 *
 * <p>It clones where the file system can, so it is refused there under {@link ReflinkMode#NEVER}. A
 * call moves one chunk, which is at most 1 GiB: above 2 GiB the C libraries had their troubles.
 */
final class KernelBackend implements CopyBackend {
  /**
   * What copy_file_range says where read and write would do: across file systems, on files without
   * it, from seccomp filters, on swap files, and EIO from servers that don't mean it (go#44272,
   * go#42334, rust#79008). Reading and writing then finds out what is really wrong.
   */
  private static final Errno[] GO_ON_ELSEWHERE = {
    Errno.EXDEV,
    Errno.ENOSYS,
    Errno.EINVAL,
    Errno.EOPNOTSUPP,
    Errno.EPERM,
    Errno.EIO,
    Errno.ETXTBSY,
    Errno.EOVERFLOW,
    Errno.EBADF
  };

  @Override
  public Support support(FilePair files, CopyPlan plan, ReflinkMode reflink) {
    String clones = reflink == ReflinkMode.NEVER ? Reflink.danger(files) : "";
    return clones.isEmpty()
        ? Support.yes()
        : Support.no("copy_file_range may share blocks: " + clones);
  }

  @Override
  public RangeCopier open(FilePair files, CopyPlan plan) {
    return new KernelCopier(files, plan.chunkBytes());
  }

  private record KernelCopier(FilePair files, long chunkBytes) implements RangeCopier {
    @Override
    public void copy(ByteRange range, CopyTask task) throws IOException {
      long offset = range.offset();
      while (offset < range.end()) {
        long count;
        try {
          count = copySome(offset, Math.min(chunkBytes, range.end() - offset));
        } catch (SyscallException e) {
          goOn(new ByteRange(offset, range.end() - offset), task, e);
          return;
        }
        if (count <= 0 || count > range.end() - offset) {
          // 0: the source shrank, or is one of /proc's: reading tells; more is a lie
          fallBack(new ByteRange(offset, range.end() - offset), task, count + " bytes");
          return;
        }
        offset += count;
        task.advanced(count);
      }
    }

    private long copySome(long offset, long count) throws SyscallException {
      int source = files.source().number();
      int target = files.target().number();
      for (int attempt = 0; ; attempt++) {
        try {
          return files.target().syscalls().copyFileRange(source, offset, target, offset, count);
        } catch (SyscallException e) {
          if (!Retry.isDue(e, attempt)) {
            throw e;
          }
        }
      }
    }

    private void goOn(ByteRange rest, CopyTask task, SyscallException e) throws IOException {
      if (!e.is(GO_ON_ELSEWHERE)) {
        throw TransferException.writing(files.targetName(), rest.offset(), e);
      }
      fallBack(rest, task, e.errno().name());
    }

    private void fallBack(ByteRange rest, CopyTask task, String why) throws IOException {
      task.fellBack(rest.offset(), "copy_file_range: " + why);
      new PositionalTransfer(files).copy(rest, task);
    }

    @Override
    public void close() {}
  }
}
