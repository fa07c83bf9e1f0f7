package dev.cleave.engine.linux.uring;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;

/**
 * What io_uring_setup(2) answers in {@code struct io_uring_params}: how large the queues are, where
 * in the shared memory their parts lie, and what this kernel can do.
 */
record RingLayout(MemorySegment parameters) {
  static final long PARAMETERS_BYTES = 120;
  static final long SUBMISSION_BYTES = 64; // struct io_uring_sqe
  static final long COMPLETION_BYTES = 16; // struct io_uring_cqe

  private static final int SINGLE_MAPPING = 1; // IORING_FEAT_SINGLE_MMAP, Linux 5.4
  private static final int PLAIN_READ_AND_WRITE = 1 << 3; // IORING_FEAT_RW_CUR_POS, Linux 5.6
  private static final int EXTENDED_ARGUMENT = 1 << 8; // IORING_FEAT_EXT_ARG, Linux 5.11

  private static final long SUBMISSION_OFFSETS = 40; // struct io_sqring_offsets
  private static final long COMPLETION_OFFSETS = 80; // struct io_cqring_offsets

  int submissionEntries() {
    return parameters.get(JAVA_INT, 0);
  }

  int completionEntries() {
    return parameters.get(JAVA_INT, 4);
  }

  boolean isRecentEnough() {
    return hasFeatures(SINGLE_MAPPING | PLAIN_READ_AND_WRITE);
  }

  /** Whether io_uring_enter(2) can wait with a bound. */
  boolean canWaitWithBound() {
    return hasFeatures(EXTENDED_ARGUMENT);
  }

  private boolean hasFeatures(int needed) {
    return (parameters.get(JAVA_INT, 20) & needed) == needed;
  }

  /** Bytes of the mapping that holds both queues. */
  long queuesBytes() {
    long submissions = submissionArray() + (long) submissionEntries() * Integer.BYTES;
    long completions = completionArray() + completionEntries() * COMPLETION_BYTES;
    return Math.max(submissions, completions);
  }

  long entriesBytes() {
    return submissionEntries() * SUBMISSION_BYTES;
  }

  int submissionHead() {
    return parameters.get(JAVA_INT, SUBMISSION_OFFSETS);
  }

  int submissionTail() {
    return parameters.get(JAVA_INT, SUBMISSION_OFFSETS + 4);
  }

  int submissionArray() {
    return parameters.get(JAVA_INT, SUBMISSION_OFFSETS + 24);
  }

  int completionHead() {
    return parameters.get(JAVA_INT, COMPLETION_OFFSETS);
  }

  int completionTail() {
    return parameters.get(JAVA_INT, COMPLETION_OFFSETS + 4);
  }

  int completionArray() {
    return parameters.get(JAVA_INT, COMPLETION_OFFSETS + 20);
  }
}
