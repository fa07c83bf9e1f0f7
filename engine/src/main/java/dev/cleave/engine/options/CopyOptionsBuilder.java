package dev.cleave.engine.options;

import dev.cleave.engine.BytePath;
import org.jspecify.annotations.Nullable;

/** Makes {@link CopyOptions}, of which each part says what its fields mean. */
public final class CopyOptionsBuilder {
  private ReflinkMode reflink = ReflinkMode.AUTO;
  private SparseMode sparse = SparseMode.AUTO;
  private SyncPolicy sync = SyncPolicy.WHEN_REPLACING;
  private boolean inPlace;
  private boolean verify;
  private boolean resume;
  private long bandwidthLimit;
  private long splitThresholdBytes = DataOptions.DEFAULT_SPLIT_THRESHOLD_BYTES;
  private long memoryLimitBytes = DataOptions.DEFAULT_MEMORY_LIMIT_BYTES;
  private boolean recursive;
  private @Nullable Dereference dereference;
  private FileContent content = FileContent.DATA;
  private boolean copyContents;
  private boolean oneFileSystem;
  private NameFilter filter = NameFilter.NONE;
  private boolean keepDirectorySymlink;
  private UpdateMode update = UpdateMode.ALL;
  private boolean force;
  private boolean removeFirst;
  private BackupControl backup = BackupControl.NONE;
  private BytePath backupSuffix = BytePath.of("~");
  private Confirmation confirmation = Confirmation.ALWAYS;
  private PreserveOptions preserve = PreserveOptions.NOTHING;

  CopyOptionsBuilder() {}

  CopyOptionsBuilder(CopyOptions start) {
    DataOptions data = start.data();
    reflink = data.reflink();
    sparse = data.sparse();
    sync = data.sync();
    inPlace = data.inPlace();
    verify = data.verify();
    resume = data.resume();
    bandwidthLimit = data.bandwidthLimit();
    splitThresholdBytes = data.splitThresholdBytes();
    memoryLimitBytes = data.memoryLimitBytes();
    TreeOptions tree = start.tree();
    recursive = tree.recursive();
    dereference = tree.dereference();
    content = tree.content();
    copyContents = tree.copyContents();
    oneFileSystem = tree.oneFileSystem();
    filter = tree.filter();
    keepDirectorySymlink = tree.keepDirectorySymlink();
    OverwriteOptions overwrite = start.overwrite();
    update = overwrite.update();
    force = overwrite.force();
    removeFirst = overwrite.removeFirst();
    backup = overwrite.backup();
    backupSuffix = overwrite.backupSuffix();
    confirmation = overwrite.confirmation();
    preserve = start.preserve();
  }

  /**
   * The options as they are now.
   *
   * @throws IllegalArgumentException if they contradict each other
   */
  public CopyOptions build() {
    return new CopyOptions(
        new DataOptions(
            reflink,
            sparse,
            sync,
            inPlace,
            verify,
            resume,
            bandwidthLimit,
            splitThresholdBytes,
            memoryLimitBytes),
        new TreeOptions(
            recursive,
            dereference(),
            content,
            copyContents,
            oneFileSystem,
            filter,
            keepDirectorySymlink),
        new OverwriteOptions(update, force, removeFirst, backup, backupSuffix, confirmation),
        preserve);
  }

  /** Unless told otherwise links are followed, but not by a recursive copy: as cp. */
  private Dereference dereference() {
    if (dereference != null) {
      return dereference;
    }
    boolean copiesTrees = recursive && content != FileContent.HARD_LINK;
    return copiesTrees ? Dereference.NEVER : Dereference.ALWAYS;
  }

  public CopyOptionsBuilder reflink(ReflinkMode value) {
    reflink = value;
    return this;
  }

  public CopyOptionsBuilder sparse(SparseMode value) {
    sparse = value;
    return this;
  }

  public CopyOptionsBuilder sync(SyncPolicy value) {
    sync = value;
    return this;
  }

  public CopyOptionsBuilder inPlace(boolean value) {
    inPlace = value;
    return this;
  }

  public CopyOptionsBuilder verify(boolean value) {
    verify = value;
    return this;
  }

  public CopyOptionsBuilder resume(boolean value) {
    resume = value;
    return this;
  }

  public CopyOptionsBuilder bandwidthLimit(long value) {
    bandwidthLimit = value;
    return this;
  }

  public CopyOptionsBuilder splitThresholdBytes(long value) {
    splitThresholdBytes = value;
    return this;
  }

  public CopyOptionsBuilder memoryLimitBytes(long value) {
    memoryLimitBytes = value;
    return this;
  }

  public CopyOptionsBuilder recursive(boolean value) {
    recursive = value;
    return this;
  }

  public CopyOptionsBuilder dereference(Dereference value) {
    dereference = value;
    return this;
  }

  public CopyOptionsBuilder content(FileContent value) {
    content = value;
    return this;
  }

  public CopyOptionsBuilder copyContents(boolean value) {
    copyContents = value;
    return this;
  }

  public CopyOptionsBuilder oneFileSystem(boolean value) {
    oneFileSystem = value;
    return this;
  }

  /** One more pattern of names to leave out: {@link NameFilter}. */
  public CopyOptionsBuilder exclude(BytePath pattern) {
    filter = filter.exclude(pattern);
    return this;
  }

  /** One more pattern of names to keep. */
  public CopyOptionsBuilder include(BytePath pattern) {
    filter = filter.include(pattern);
    return this;
  }

  public CopyOptionsBuilder keepDirectorySymlink(boolean value) {
    keepDirectorySymlink = value;
    return this;
  }

  public CopyOptionsBuilder update(UpdateMode value) {
    update = value;
    return this;
  }

  public CopyOptionsBuilder force(boolean value) {
    force = value;
    return this;
  }

  public CopyOptionsBuilder removeFirst(boolean value) {
    removeFirst = value;
    return this;
  }

  public CopyOptionsBuilder backup(BackupControl value) {
    backup = value;
    return this;
  }

  public CopyOptionsBuilder backupSuffix(BytePath value) {
    backupSuffix = value;
    return this;
  }

  public CopyOptionsBuilder confirmation(Confirmation value) {
    confirmation = value;
    return this;
  }

  public CopyOptionsBuilder preserve(PreserveOptions value) {
    preserve = value;
    return this;
  }
}
