package dev.cleave.tuner.device;

import java.util.Map;

/** Which facts a walk reads of the block devices that it meets. */
enum FactScope {
  ALL,
  /** What {@link StackTraits} come from. */
  TRAITS,
  /** Only what tells a leaf from other devices. */
  IDENTITY;

  Map<String, Fact> read(SysBlock block, boolean leaf) {
    if (this == ALL) {
      return block.facts();
    }
    if (!leaf) {
      return Map.of();
    }
    return this == TRAITS ? block.traitFacts() : block.identityFacts();
  }
}
