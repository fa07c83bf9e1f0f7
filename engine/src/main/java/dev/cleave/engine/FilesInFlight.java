package dev.cleave.engine;

import dev.cleave.engine.options.OverwriteOptions;

/** How many files a copy has under way at once, which share its memory. */
public final class FilesInFlight {
  private FilesInFlight() {}

  /** From 1 to {@value CopyPlan#MAX_WORKERS}. */
  public static int of(CopyRequest request) {
    boolean many = request.options().tree().recursive() || request.items().size() > 1;
    OverwriteOptions overwrite = request.options().overwrite();
    // names that are given to backups, and questions, come in the order of the walk
    boolean inOrder = overwrite.backsUp() || overwrite.asks();
    return many && !inOrder ? Math.min(workersAsked(request), mostInMemory(request)) : 1;
  }

  private static int workersAsked(CopyRequest request) {
    return request.plans().of(SizeClass.SMALL).workers();
  }

  /** Each file needs a buffer of the least size. */
  private static int mostInMemory(CopyRequest request) {
    long most = request.options().data().memoryLimitBytes() / CopyPlan.MIN_CHUNK_BYTES;
    return (int) Math.min(most, CopyPlan.MAX_WORKERS);
  }
}
