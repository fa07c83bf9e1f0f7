package dev.cleave.bench.trial;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.DeviceLimit;
import dev.cleave.tuner.measure.TargetSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a sample may not be what other samples are; it is used all the same. In a sample a doubt is
 * its name, a colon and what was seen.
 */
public enum DoubtfulSample {
  /** Of a cold source some was in the page cache, or of a warm one too little. */
  PARTLY_RESIDENT("partly resident") {
    @Override
    @Nullable String seen(SampleFacts facts) {
      Long resident = facts.evidence().residentBytes();
      boolean isCold = facts.evidence().cacheState() == CacheState.COLD;
      if (resident == null || (isCold && facts.read() == null)) {
        return null; // not known, or not applicable: no device is read
      }
      double share = (double) resident / facts.bytes();
      return (isCold ? share > COLD_SHARE : share < WARM_SHARE)
          ? ByteSize.format(resident) + " of the source were in the page cache"
          : null;
    }
  },
  /** The devices moved much more than the copy explains. */
  BUSY_DEVICE("busy device") {
    @Override
    @Nullable String seen(SampleFacts facts) {
      DiskTraffic read = facts.read();
      DiskTraffic written = facts.written();
      if (read != null && read.bytesRead() > most(facts)) {
        return ByteSize.format(read.bytesRead()) + " were read";
      }
      return written != null && written.bytesWritten() > most(facts)
          ? ByteSize.format(written.bytesWritten()) + " were written"
          : null;
    }
  },
  /** Others wanted the processors; not told from plans that keep all of them busy themselves. */
  BUSY_PROCESSORS("busy processors") {
    @Override
    @Nullable String seen(SampleFacts facts) {
      Double pressure = facts.evidence().load().cpuPressureSeconds();
      CopyPlan plan = facts.used();
      boolean couldBeOurs = plan.tasks() * plan.workers() >= facts.processors();
      return couldBeOurs || pressure == null || pressure <= WAIT_SHARE * facts.durableSeconds()
          ? null
          : seconds(pressure) + " of " + seconds(facts.durableSeconds()) + " spent waiting for one";
    }
  },
  /** The hypervisor gave processors to others. */
  STOLEN_TIME("stolen time") {
    @Override
    @Nullable String seen(SampleFacts facts) {
      Double steal = facts.evidence().load().stealSeconds();
      return steal == null || steal <= STEAL_SHARE * facts.durableSeconds() * facts.processors()
          ? null
          : seconds(steal) + " of processor time";
    }
  },
  /** A control group's limit was reached. */
  THROTTLED("throttled") {
    @Override
    @Nullable String seen(SampleFacts facts) {
      for (DeviceLimit limit : facts.evidence().device().limits()) {
        double rate = used(limit, facts) / facts.durableSeconds();
        if (rate >= LIMIT_SHARE * limit.perSecond()) {
          return String.format(
              Locale.ROOT,
              "%.0f %s a second on %s, whose limit is %d",
              rate,
              limit.kind(),
              limit.device(),
              limit.perSecond());
        }
      }
      return null;
    }
  },
  /** Drives slow down when they get hot. */
  HOT_DEVICE("hot device") {
    @Override
    @Nullable String seen(SampleFacts facts) {
      Double celsius = facts.evidence().device().celsius();
      return celsius == null || celsius < HOT_CELSIUS
          ? null
          : String.format(Locale.ROOT, "%.0f degrees Celsius", celsius);
    }
  },
  /** The kernel makes writers wait in the middle of the copy. */
  PASSES_DIRTY_LIMIT("passes the dirty limit") {
    @Override
    @Nullable String seen(SampleFacts facts) {
      TargetSpace space = facts.evidence().space();
      Long limit = space.dirtyLimitBytes();
      return limit != null && Boolean.TRUE.equals(space.passesDirtyLimit())
          ? "the kernel lets " + ByteSize.format(limit) + " be dirty"
          : null;
    }
  };

  private static final double COLD_SHARE = 0.01;
  private static final double WARM_SHARE = 0.9;

  /** Metadata and journals are more than the bytes, but not that much more. */
  private static final double TRAFFIC_SHARE = 1.5;

  private static final long TRAFFIC_BYTES = 16 * ByteSize.MIB;
  private static final double WAIT_SHARE = 0.5;
  private static final double STEAL_SHARE = 0.05;

  /** A copy that is at its limit all the time comes to nearly all of it. */
  private static final double LIMIT_SHARE = 0.8;

  /** From here on drives begin to slow down: NVMe drives name 70 to 85 as their warning. */
  private static final double HOT_CELSIUS = 70;

  private final String label;

  DoubtfulSample(String label) {
    this.label = label;
  }

  /** What in the facts gives rise to it; null if nothing does. */
  abstract @Nullable String seen(SampleFacts facts);

  /** All doubts that there are. */
  static List<String> reasons(SampleFacts facts) {
    List<String> reasons = new ArrayList<>();
    for (DoubtfulSample doubt : values()) {
      String seen = doubt.seen(facts);
      if (seen != null) {
        reasons.add(doubt + ": " + seen);
      }
    }
    return reasons;
  }

  private static double most(SampleFacts facts) {
    return TRAFFIC_SHARE * facts.bytes() + TRAFFIC_BYTES;
  }

  /** What the sample used of what the limit is about. */
  private static double used(DeviceLimit limit, SampleFacts facts) {
    DiskTraffic read = facts.read() == null ? DiskTraffic.NONE : facts.read();
    DiskTraffic written = facts.written() == null ? DiskTraffic.NONE : facts.written();
    return switch (limit.kind()) {
      case READ_BYTES -> read.bytesRead();
      case WRITE_BYTES -> written.bytesWritten();
      case READ_OPERATIONS -> read.reads();
      case WRITE_OPERATIONS -> written.writes();
    };
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.2f s", seconds);
  }

  @Override
  public String toString() {
    return label;
  }
}
