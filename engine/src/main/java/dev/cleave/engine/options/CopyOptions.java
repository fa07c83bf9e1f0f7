package dev.cleave.engine.options;

/**
 * What a copy shall mean, as opposed to how fast it runs.
 *
 * @param data how the content of a file gets to its target
 * @param tree which entries are copied, and as what
 * @param overwrite what becomes of targets that exist
 * @param preserve which attributes the copies have in common with their sources
 */
public record CopyOptions(
    DataOptions data, TreeOptions tree, OverwriteOptions overwrite, PreserveOptions preserve) {
  public static final CopyOptions DEFAULTS = builder().build();

  public static CopyOptionsBuilder builder() {
    return new CopyOptionsBuilder();
  }

  /** A builder that starts from these. */
  public CopyOptionsBuilder toBuilder() {
    return new CopyOptionsBuilder(this);
  }
}
