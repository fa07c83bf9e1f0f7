package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.Syscalls;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The copying of one entry, from being taken to being reported. Of a file with several names the
 * first is copied and the others are linked to that: an entry that has to wait for the first is
 * ended by whoever copies it.
 */
final class EntryTurn implements LinkedName {
  private final CopySession session;
  private final EntryCopy entries;
  private final Entry entry;
  private boolean ended;

  EntryTurn(CopySession session, EntryCopy entries, Entry entry) {
    this.session = session;
    this.entries = entries;
    this.entry = entry;
  }

  /** One step that can be done again from the start. */
  @FunctionalInterface
  private interface Step {
    @Nullable FileStatus run(EntryReport report) throws IOException;
  }

  /** Copies the entry, or leaves that to the worker that copies another name of the file. */
  void take() {
    FileStatus shared = null;
    EntryReport report = new EntryReport();
    try {
      Outcome first = attempt(each -> entries.copy(entry, false, each));
      report = first.report();
      shared = first.shared();
    } finally {
      if (shared == null) {
        end(report);
      }
    }
    if (shared != null) {
      meet(shared);
    }
  }

  private void meet(FileStatus shared) {
    try {
      session.hardLinks().meet(shared, this);
    } catch (IOException e) {
      EntryReport report = new EntryReport();
      report.failed(CopyFailure.of(entry.source().shown(), e));
      endOrAdd(report);
    } catch (RuntimeException e) {
      endOrAdd(new EntryReport());
      throw e;
    }
  }

  private void endOrAdd(EntryReport report) {
    if (ended) {
      session.results().add(report);
    } else {
      end(report);
    }
  }

  @Override
  public @Nullable FirstCopy copy() {
    EntryReport report = new EntryReport();
    try {
      report = attempt(each -> entries.copy(entry, true, each)).report();
      return report.errors().isEmpty() && report.hasCopy() ? made(report) : null;
    } finally {
      end(report);
    }
  }

  /** Where it is by now, below the root of everything. */
  private @Nullable FirstCopy made(EntryReport report) {
    Fd directory = entry.target().directory();
    Syscalls syscalls = session.syscalls();
    try {
      BytePath path = syscalls.readlinkat(Open.AT_CWD, directory.procPath());
      BytePath name = entry.target().entry();
      FileStatus status = syscalls.statx(directory.number(), name, Open.AT_SYMLINK_NO_FOLLOW);
      return new FirstCopy(path.resolve(name).withoutLeadingSlashes(), FileId.of(status));
    } catch (IOException e) {
      report.failed(CopyFailure.of(entry.target().shown(), e));
      return null;
    }
  }

  @Override
  public void linkTo(FirstCopy first) {
    EntryReport report = new EntryReport();
    try {
      report =
          attempt(
                  each -> {
                    entries.link(entry, first, each);
                    return null;
                  })
              .report();
    } finally {
      end(report);
    }
  }

  private record Outcome(@Nullable FileStatus shared, EntryReport report) {}

  private Outcome attempt(Step step) {
    try (DescriptorRelief.Attempt attempt = session.relief().begin()) {
      while (true) {
        EntryReport report = new EntryReport();
        try {
          return new Outcome(step.run(report), report);
        } catch (IOException e) {
          if (!DescriptorRelief.isShortage(e) || !attempt.waitsToTryAgain()) {
            report.failed(CopyFailure.of(entry.source().shown(), e));
            return new Outcome(null, report);
          }
        }
      }
    }
  }

  private void end(EntryReport report) {
    ended = true;
    session.results().complete(entry.sequence(), report);
    entry.parent().release(session);
    session.relief().entryDone();
  }
}
