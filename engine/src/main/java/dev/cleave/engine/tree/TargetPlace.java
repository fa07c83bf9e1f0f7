package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;

/** Where a copy goes, however the user has written that. */
record TargetPlace(FileId directory, BytePath entry) {
  static TargetPlace of(TargetName target) {
    return new TargetPlace(FileId.of(target.parent().before()), target.entry());
  }
}
