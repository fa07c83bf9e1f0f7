package dev.cleave.engine.backend;

import dev.cleave.engine.ByteRange;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.ReflinkMode;
import java.io.IOException;

/**
 * io_uring and O_DIRECT: the whole pages of a range go through a ring, with as many requests at the
 * device as the plan's queue depth, and what is left at either end through the page cache. Absent
 * where {@code uring} or {@code direct} is.
 */
final class UringDirectBackend implements CopyBackend {
  @Override
  public Support support(FilePair files, CopyPlan plan, ReflinkMode reflink) {
    Support ring = UringBackend.ringSupport(files);
    return ring.isSupported() ? DirectFiles.support(files) : ring;
  }

  @Override
  public boolean hasQueue() {
    return true;
  }

  @Override
  public RangeCopier open(FilePair files, CopyPlan plan) {
    try {
      DirectFiles direct = DirectFiles.open(files);
      return new DirectRingCopier(
          files,
          direct,
          new RingCopier(files, direct.source(), direct.target(), plan, DirectFiles.UNIT_BYTES));
    } catch (SyscallException e) {
      return new FallbackCopier(files, e.call() + ": " + e.errno().name());
    }
  }

  private record DirectRingCopier(FilePair files, DirectFiles direct, RingCopier rings)
      implements RangeCopier {
    @Override
    public void copy(ByteRange range, CopyTask task) throws IOException {
      ByteRange pages = DirectFiles.wholePages(range);
      PositionalTransfer calls = new PositionalTransfer(files);
      calls.copy(new ByteRange(range.offset(), pages.offset() - range.offset()), task);
      if (pages.length() > 0) {
        rings.copy(pages, task);
      }
      calls.copy(new ByteRange(pages.end(), range.end() - pages.end()), task);
    }

    @Override
    public void close() throws SyscallException {
      try (direct) {
        rings.close();
      }
    }
  }
}
