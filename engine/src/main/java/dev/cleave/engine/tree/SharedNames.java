package dev.cleave.engine.tree;

import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.Dereference;
import dev.cleave.engine.options.FileContent;

/** Of which sources a further name may be met that becomes a link to the first one's copy. */
record SharedNames(boolean keepsLinks, Dereference dereference) {
  static SharedNames of(CopyOptions options) {
    FileContent content = options.tree().content();
    boolean makesLinks = content == FileContent.HARD_LINK || content == FileContent.SYMBOLIC_LINK;
    return new SharedNames(options.preserve().links() && !makesLinks, options.tree().dereference());
  }

  /** A file that is reached through links can be met again without having further names. */
  boolean mayHave(Entry entry, FileStatus source) {
    return keepsLinks
        && (source.links() > 1
            || dereference == Dereference.ALWAYS
            || (dereference == Dereference.NAMED && entry.named()));
  }
}
