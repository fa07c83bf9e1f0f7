package dev.cleave.engine.tree;

import dev.cleave.engine.ByteRange;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.DataMap;
import dev.cleave.engine.PlanUse;
import dev.cleave.engine.SlicePlanner.Slice;
import dev.cleave.engine.SlicePlanner.Slices;
import dev.cleave.engine.Split;
import dev.cleave.engine.backend.FilePair;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Moves the data of one file slice by slice, each by a plan that somebody else chooses. The slices
 * are an exact partition, one behind the other, every cut a multiple of 2 MiB; each is split and
 * copied as a whole file would be, and is done before the next one begins.
 */
final class SlicedCopy {
  private final CopySession session;
  private final CopyItem item;
  private final FilePair files;
  private final ByteRange all;
  private final DataMap data;
  private final PlanUse begun;
  private final @Nullable RegionJournal journal;

  /** What ran, the latest last. */
  private final Map<CopyPlan, PlanUse> uses = new LinkedHashMap<>();

  /**
   * @param begun the plan that all of it would go by
   */
  SlicedCopy(
      CopySession session,
      CopyItem item,
      FilePair files,
      ByteRange all,
      DataMap data,
      PlanUse begun,
      @Nullable RegionJournal journal) {
    this.session = session;
    this.item = item;
    this.files = files;
    this.all = all;
    this.data = data;
    this.begun = begun;
    this.journal = journal;
  }

  /** Copies exactly the data, or throws. */
  DataMoved copyAll(Slices slices) throws IOException {
    session.listener().fileStarted(item, all.length(), List.of(all));
    long bytes = 0;
    ByteRange rest = all;
    while (data.bytes(rest) > 0) {
      Slice slice = slices.next(data.bytes(rest));
      ByteRange part = Split.front(data, rest, slice.dataBytes());
      bytes += copy(part, slice, slices);
      rest = Split.behind(part, rest);
    }
    if (rest.length() > 0) { // a hole at the end, if there was no data to begin with
      session.listener().advanced(all, rest.length());
    }
    return new DataMoved(bytes, said());
  }

  private long copy(ByteRange part, Slice slice, Slices slices) throws IOException {
    DataCopy copy = new DataCopy(session, item, files, part, data, slice.plan(), journal, all);
    long start = System.nanoTime();
    long bytes = copy.copyAll();
    long nanos = System.nanoTime() - start;
    PlanUse chosen = new PlanUse(begun.sizeClass(), begun.asked(), slice.plan(), begun.why());
    PlanUse ran = copy.ran(chosen);
    uses.remove(ran.used());
    uses.put(ran.used(), ran);
    slices.copied(slice, bytes, nanos, ran.used());
    return bytes;
  }

  /** Without figures: files that go by the same plans shall say the same. */
  private List<PlanUse> said() {
    if (uses.isEmpty()) {
      return List.of(begun);
    }
    List<PlanUse> ran = new ArrayList<>(uses.values());
    if (ran.size() == 1) {
      return ran;
    }
    PlanUse last = ran.removeLast();
    List<PlanUse> said = new ArrayList<>();
    ran.forEach(use -> said.add(because(use, "--adapt tried it on slices of the file")));
    said.add(because(last, "--adapt compared it with others, and kept it"));
    return said;
  }

  private static PlanUse because(PlanUse use, String reason) {
    String why = use.why().isEmpty() ? reason : use.why() + "; " + reason;
    return new PlanUse(use.sizeClass(), use.asked(), use.used(), why);
  }
}
