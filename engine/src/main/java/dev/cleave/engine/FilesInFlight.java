package dev.cleave.engine;

import dev.cleave.engine.options.OverwriteOptions;

/**
 * How many files a copy has under way at once, which share its memory.
 *
 * <p>Small files have as many as their plan says, and longer ones as many as that of the medium
 * ones: the plan of the large ones is measured on a file alone.
 */
public final class FilesInFlight {
  private FilesInFlight() {}

  /** Of all classes together: from 1 to {@value CopyPlan#MAX_WORKERS}. */
  public static int of(CopyRequest request) {
    return Math.max(of(request, SizeClass.SMALL), of(request, SizeClass.MEDIUM));
  }

  /** Of this class, as long as it is alone: from 1 to {@link #of(CopyRequest)}. */
  public static int of(CopyRequest request, SizeClass sizeClass) {
    boolean many = request.options().tree().recursive() || request.items().size() > 1;
    OverwriteOptions overwrite = request.options().overwrite();
    // names that are given to backups, and questions, come in the order of the walk
    boolean inOrder = overwrite.backsUp() || overwrite.asks();
    if (!many || inOrder) {
      return 1;
    }
    SizeClass like = sizeClass == SizeClass.LARGE ? SizeClass.MEDIUM : sizeClass;
    return Math.min(request.plans().of(like).workers(), mostInMemory(request));
  }

  /** Each file needs a buffer of the least size. */
  private static int mostInMemory(CopyRequest request) {
    long most = request.options().data().memoryLimitBytes() / CopyPlan.MIN_CHUNK_BYTES;
    return (int) Math.min(most, CopyPlan.MAX_WORKERS);
  }
}
