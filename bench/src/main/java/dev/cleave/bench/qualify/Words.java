package dev.cleave.bench.qualify;

import dev.cleave.engine.ByteSize;
import dev.cleave.tuner.qualify.Workload;
import java.util.Locale;

/** Loads in a few words, for people. */
final class Words {
  private Words() {}

  /** As {@code random-read, 4KiB, queue depth 32}. */
  static String workload(Workload workload) {
    StringBuilder words = new StringBuilder(workload.kind().toString());
    switch (workload.kind()) {
      case COPY -> words.append(", ").append(ByteSize.format(workload.fileBytes()));
      default -> words.append(", ").append(ByteSize.format(workload.blockBytes()));
    }
    if (workload.queueDepth() > 1) {
      words.append(", queue depth ").append(workload.queueDepth());
    }
    if (workload.readShare() > 0) {
      words.append(String.format(Locale.ROOT, ", %.0f %% reads", 100 * workload.readShare()));
    }
    if (workload.perSecond() != null) {
      words.append(String.format(Locale.ROOT, ", %.4g due a second", workload.perSecond()));
    }
    return words.toString();
  }
}
