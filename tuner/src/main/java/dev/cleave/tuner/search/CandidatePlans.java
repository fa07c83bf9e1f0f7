package dev.cleave.tuner.search;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.engine.backend.BackendKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The plans worth measuring for a size class, the most promising first: a small budget keeps the
 * front of the list.
 *
 * <p>Every backend comes with its usual setting before any knob is turned further, and each knob is
 * turned where it can matter: a queue depth for the ring, large chunks for direct requests, workers
 * where there are many files. What a knob can't move is left out, so that fewer candidates share
 * the same budget.
 */
final class CandidatePlans {
  private static final long MEDIUM_CHUNK = 4 * ByteSize.MIB;
  private static final List<Long> USUAL_CHUNKS = List.of(ByteSize.MIB, MEDIUM_CHUNK);
  private static final long LARGE_CHUNK = 16 * ByteSize.MIB;
  private static final List<Long> OTHER_CHUNKS = List.of(256 * ByteSize.KIB, LARGE_CHUNK);
  private static final List<Integer> QUEUE_DEPTHS = List.of(4, 16);
  private static final Set<BackendKind> DIRECT =
      EnumSet.of(BackendKind.DIRECT, BackendKind.URING_DIRECT);
  private static final Set<BackendKind> RINGS =
      EnumSet.of(BackendKind.URING, BackendKind.URING_DIRECT);

  private final CopyPlan baseline;
  private final Set<BackendKind> backends;
  private final SearchHint hint;

  CandidatePlans(CopyPlan baseline, Set<BackendKind> backends, SearchHint hint) {
    this.baseline = baseline;
    this.backends = EnumSet.copyOf(backends);
    this.backends.add(baseline.backend());
    this.hint = hint;
  }

  List<CopyPlan> of(SizeClass sizeClass) {
    return switch (sizeClass) {
      case LARGE -> large();
      case MEDIUM -> medium();
      case SMALL -> small();
    };
  }

  /** Split depth, chunk and queue depth; preallocation the other way round for a few. */
  private List<CopyPlan> large() {
    List<CopyPlan> plans = new ArrayList<>();
    for (long chunk : USUAL_CHUNKS) {
      addSplits(plans, chunk, hint.splitDepths().subList(0, 2));
    }
    for (long chunk : USUAL_CHUNKS) {
      addSplits(plans, chunk, hint.splitDepths());
    }
    addLargeDirectChunks(plans);
    addQueueDepths(plans);
    addOtherPreallocation(plans);
    for (long chunk : OTHER_CHUNKS) {
      addSplits(plans, chunk, hint.splitDepths());
    }
    return plans;
  }

  private void addSplits(List<CopyPlan> plans, long chunk, List<Integer> splitDepths) {
    for (int splitDepth : splitDepths) {
      for (BackendKind backend : backends) {
        plans.add(usual(backend).withSplitDepth(splitDepth).withChunkBytes(chunk));
      }
    }
  }

  /** Where requests are counted, only direct ones are as large as their chunk. */
  private void addLargeDirectChunks(List<CopyPlan> plans) {
    for (BackendKind backend : backends) {
      if (DIRECT.contains(backend)) {
        for (int splitDepth : hint.splitDepths().subList(0, 2)) {
          plans.add(usual(backend).withSplitDepth(splitDepth).withChunkBytes(LARGE_CHUNK));
        }
      }
    }
  }

  private void addQueueDepths(List<CopyPlan> plans) {
    for (int queueDepth : QUEUE_DEPTHS) {
      for (BackendKind backend : backends) {
        if (RINGS.contains(backend)) {
          plans.add(usual(backend).withQueueDepth(queueDepth));
          plans.add(usual(backend).withQueueDepth(queueDepth).withSplitDepth(1));
        }
      }
    }
  }

  private void addOtherPreallocation(List<CopyPlan> plans) {
    for (BackendKind backend : backends) {
      for (int splitDepth : hint.splitDepths().subList(0, 2)) {
        plans.add(
            usual(backend).withSplitDepth(splitDepth).withPreallocate(!baseline.preallocate()));
      }
    }
  }

  /** Files that aren't split: workers and chunks. */
  private List<CopyPlan> medium() {
    List<CopyPlan> plans = new ArrayList<>();
    for (int workers : hint.workers()) {
      plans.add(unsplit(baseline.backend()).withWorkers(workers));
    }
    for (long chunk : USUAL_CHUNKS) {
      for (int workers : hint.workers()) {
        for (BackendKind backend : backends) {
          plans.add(unsplit(backend).withWorkers(workers).withChunkBytes(chunk));
        }
      }
    }
    return plans;
  }

  /** A chunk holds any of these files: workers alone. */
  private List<CopyPlan> small() {
    List<CopyPlan> plans = new ArrayList<>();
    for (int workers : hint.workers()) {
      plans.add(unsplit(baseline.backend()).withWorkers(workers));
    }
    for (int workers : hint.workers()) {
      for (BackendKind backend : backends) {
        plans.add(unsplit(backend).withWorkers(workers));
      }
    }
    return plans;
  }

  private CopyPlan unsplit(BackendKind backend) {
    return usual(backend).withSplitDepth(0);
  }

  private CopyPlan usual(BackendKind backend) {
    return baseline.withBackend(backend).withQueueDepth(RINGS.contains(backend) ? 2 : 1);
  }
}
