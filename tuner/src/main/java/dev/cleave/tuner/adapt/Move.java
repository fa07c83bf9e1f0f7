package dev.cleave.tuner.adapt;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.backend.BackendKind;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step from a plan to a neighbour of it, one knob turned; in the order in which they are tried.
 */
public enum Move {
  SPLIT {
    @Override
    CopyPlan applyTo(CopyPlan plan) {
      return plan.withSplitDepth(Math.min(plan.splitDepth() + 1, CopyPlan.MAX_SPLIT_DEPTH));
    }
  },
  LARGER_CHUNK {
    @Override
    CopyPlan applyTo(CopyPlan plan) {
      return plan.withChunkBytes(Math.max(plan.chunkBytes(), stepUp(plan.chunkBytes())));
    }
  },
  TO_KERNEL {
    @Override
    CopyPlan applyTo(CopyPlan plan) {
      return buffered(plan, BackendKind.KERNEL);
    }
  },
  TO_DIRECT {
    @Override
    CopyPlan applyTo(CopyPlan plan) {
      return direct(plan, BackendKind.DIRECT);
    }
  },
  TO_URING {
    @Override
    CopyPlan applyTo(CopyPlan plan) {
      return buffered(plan, BackendKind.URING);
    }
  },
  TO_URING_DIRECT {
    @Override
    CopyPlan applyTo(CopyPlan plan) {
      return direct(plan, BackendKind.URING_DIRECT);
    }
  },
  TO_NIO {
    @Override
    CopyPlan applyTo(CopyPlan plan) {
      return buffered(plan, BackendKind.NIO);
    }
  },
  DEEPER_QUEUE {
    @Override
    CopyPlan applyTo(CopyPlan plan) {
      return plan.backend().backend().hasQueue()
          ? plan.withQueueDepth(
              Math.max(plan.queueDepth(), Math.min(4 * plan.queueDepth(), MOST_IN_FLIGHT)))
          : plan;
    }
  },
  SPLIT_TWICE(SPLIT) {
    @Override
    CopyPlan applyTo(CopyPlan plan) {
      return twice(SPLIT, plan);
    }
  },
  MUCH_LARGER_CHUNK(LARGER_CHUNK) {
    @Override
    CopyPlan applyTo(CopyPlan plan) {
      return twice(LARGER_CHUNK, plan);
    }
  },
  JOIN {
    @Override
    CopyPlan applyTo(CopyPlan plan) {
      return plan.withSplitDepth(Math.max(plan.splitDepth() - 1, 0));
    }
  },
  SMALLER_CHUNK {
    @Override
    CopyPlan applyTo(CopyPlan plan) {
      // of direct requests the device sees each, and small ones can be slower by any factor
      return isDirect(plan)
          ? plan
          : plan.withChunkBytes(
              Math.min(plan.chunkBytes(), Math.max(plan.chunkBytes() / STEP, SMALLEST_CHUNK)));
    }
  },
  SHALLOWER_QUEUE {
    @Override
    CopyPlan applyTo(CopyPlan plan) {
      return plan.withQueueDepth(Math.max(plan.queueDepth() / 4, 1));
    }
  },
  JOIN_TWICE(JOIN) {
    @Override
    CopyPlan applyTo(CopyPlan plan) {
      return twice(JOIN, plan);
    }
  },
  MUCH_SMALLER_CHUNK(SMALLER_CHUNK) {
    @Override
    CopyPlan applyTo(CopyPlan plan) {
      return twice(SMALLER_CHUNK, plan);
    }
  };

  private static final int STEP = 4;
  private static final int MOST_IN_FLIGHT = 16;
  private static final long SMALLEST_CHUNK = 256 * ByteSize.KIB;
  private static final long LARGEST_CHUNK = 16 * ByteSize.MIB;

  /** Direct requests are as large as their chunk; of buffered ones the kernel makes larger ones. */
  private static final long LEAST_DIRECT_CHUNK = 4 * ByteSize.MIB;

  private static final int USUAL_QUEUE_DEPTH = 2;
  private static final Set<BackendKind> DIRECT =
      EnumSet.of(BackendKind.DIRECT, BackendKind.URING_DIRECT);

  private final @Nullable Move half;

  Move() {
    this(null);
  }

  Move(@Nullable Move half) {
    this.half = half;
  }

  /** The half of a double step, which is tried before it; null of a single one. */
  @Nullable Move half() {
    return half;
  }

  private static CopyPlan twice(Move step, CopyPlan plan) {
    return step.applyTo(step.applyTo(plan));
  }

  /** The neighbour; the plan itself where there is none in this direction. */
  abstract CopyPlan applyTo(CopyPlan plan);

  static boolean isDirect(CopyPlan plan) {
    return DIRECT.contains(plan.backend());
  }

  private static long stepUp(long chunkBytes) {
    return Math.min(chunkBytes * STEP, LARGEST_CHUNK);
  }

  /** Nothing leads back into the page cache: the package says why. */
  private static CopyPlan buffered(CopyPlan plan, BackendKind backend) {
    return isDirect(plan) ? plan : by(plan, backend);
  }

  private static CopyPlan direct(CopyPlan plan, BackendKind backend) {
    return by(plan, backend).withChunkBytes(Math.max(plan.chunkBytes(), LEAST_DIRECT_CHUNK));
  }

  private static CopyPlan by(CopyPlan plan, BackendKind backend) {
    if (plan.backend() == backend) {
      return plan;
    }
    boolean keepsQueue = plan.backend().backend().hasQueue() && backend.backend().hasQueue();
    int queueDepth = keepsQueue ? plan.queueDepth() : USUAL_QUEUE_DEPTH;
    return plan.withBackend(backend).withQueueDepth(backend.backend().hasQueue() ? queueDepth : 1);
  }
}
