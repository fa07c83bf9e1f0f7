package dev.cleave.bench.trial;

import dev.cleave.engine.ByteSize;
import dev.cleave.tuner.measure.CacheState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a sample can't be true, or isn't one of what it says; it is kept and not used. In a sample a
 * reason is its name, a colon and what was seen.
 */
public enum ImpossibleSample {
  /** More bytes a second than memory can be copied at. */
  FASTER_THAN_MEMORY("faster than memory") {
    @Override
    @Nullable String seen(SampleFacts facts) {
      Double memory = facts.memoryBytesPerSecond();
      double rate = facts.bytes() / facts.commandSeconds();
      return memory == null || rate <= memory
          ? null
          : rate(rate) + ", and memory copies " + rate(memory);
    }
  },
  /** Of a cold source that lies on a device: it was not read from there. */
  SECTORS_MISSING("not cold") {
    @Override
    @Nullable String seen(SampleFacts facts) {
      DiskTraffic read = facts.read();
      boolean isCold = facts.evidence().cacheState() == CacheState.COLD;
      return !isCold || read == null || read.bytesRead() >= READ_SHARE * facts.bytes()
          ? null
          : "of "
              + ByteSize.format(facts.bytes())
              + " the device read only "
              + ByteSize.format(read.bytesRead());
    }
  },
  /** The target is a clone, in part at least. */
  SHARED_EXTENTS("shared extents") {
    @Override
    @Nullable String seen(SampleFacts facts) {
      Long shared = facts.sharedBytes();
      return shared == null || shared == 0
          ? null
          : ByteSize.format(shared) + " of the copy are another file's blocks";
    }
  },
  /** Another backend ran, or another plan. */
  OTHER_PLAN("other plan") {
    @Override
    @Nullable String seen(SampleFacts facts) {
      return facts.used().equals(facts.asked())
          ? null
          : "ran " + facts.used() + " instead of " + facts.asked();
    }
  },
  /** The copy isn't its source's. */
  NOT_VERIFIED("not verified") {
    @Override
    @Nullable String seen(SampleFacts facts) {
      return facts.evidence().verified() ? null : "the copy differs from its source";
    }
  };

  /** A block or two may be served from elsewhere; a cold read moves all but those. */
  private static final double READ_SHARE = 0.98;

  private final String label;

  ImpossibleSample(String label) {
    this.label = label;
  }

  /** What in the facts gives it away; null if nothing does. */
  abstract @Nullable String seen(SampleFacts facts);

  /** All reasons that there are; empty for a sample that can be used. */
  static List<String> reasons(SampleFacts facts) {
    List<String> reasons = new ArrayList<>();
    for (ImpossibleSample reason : values()) {
      String seen = reason.seen(facts);
      if (seen != null) {
        reasons.add(reason + ": " + seen);
      }
    }
    return reasons;
  }

  private static String rate(double bytesPerSecond) {
    return String.format(Locale.ROOT, "%.1f GB/s", bytesPerSecond / 1e9);
  }

  @Override
  public String toString() {
    return label;
  }
}
