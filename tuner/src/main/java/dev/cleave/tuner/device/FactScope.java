package dev.cleave.tuner.device;

import java.util.Map;

/** Which facts a walk reads of the block devices that it meets. */
enum FactScope {
  ALL,
  /** Only what tells a leaf from other devices. */
  IDENTITY;

  Map<String, Fact> read(SysBlock block, boolean leaf) {
    if (this == ALL) {
      return block.facts();
    }
    return leaf ? block.identityFacts() : Map.of();
  }
}
