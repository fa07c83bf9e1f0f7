package dev.cleave.tuner.search;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.device.StorageStack;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the probe reports, as far as it orders the candidates. It never rules one out: virtual disks
 * report themselves as rotational, stacked devices report nonsense.
 */
public enum SearchHint {
  /** A head that has to move: many tasks are likely to hurt. */
  ROTATIONAL,
  /** Nothing to move: a few tasks are likely to help. */
  SOLID_STATE,
  /** The probe doesn't know. */
  UNKNOWN;

  /** The hint of the devices at the bottom of a stack: rotational if any of them says so. */
  public static SearchHint of(StorageStack stack) {
    List<String> reported =
        stack.leaves().stream().map(leaf -> leaf.fact("rotational").value() + "").toList();
    if (reported.contains("true")) {
      return ROTATIONAL;
    }
    return reported.stream().allMatch("false"::equals) ? SOLID_STATE : UNKNOWN;
  }

  /** Split depth x chunk around {@code baseline}, the most promising plans first. */
  List<CopyPlan> inOrder(CopyPlan baseline) {
    List<CopyPlan> plans = new ArrayList<>();
    for (List<Long> chunks : chunkGroups()) {
      for (int splitDepth : splitDepths()) {
        for (long chunk : chunks) {
          plans.add(baseline.withSplitDepth(splitDepth).withChunkBytes(chunk));
        }
      }
    }
    return plans;
  }

  private List<Integer> splitDepths() {
    return switch (this) {
      case ROTATIONAL, UNKNOWN ->
          IntStream.rangeClosed(0, CopyPlan.MAX_SPLIT_DEPTH).boxed().toList();
      case SOLID_STATE -> List.of(2, 1, 3, 0, 4, 5, 6);
    };
  }

  /** Of the first group every split depth is tried before any of the next. */
  private List<List<Long>> chunkGroups() {
    List<Long> usual = List.of(ByteSize.MIB, 4 * ByteSize.MIB);
    List<Long> others = List.of(256 * ByteSize.KIB, 16 * ByteSize.MIB);
    return switch (this) {
      case ROTATIONAL -> List.of(Stream.concat(usual.stream(), others.stream()).toList());
      case SOLID_STATE, UNKNOWN -> List.of(usual, others);
    };
  }
}
