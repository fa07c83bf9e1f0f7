package dev.cleave.tuner.search;

import dev.cleave.tuner.device.StorageStack;
import java.util.List;

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

  /** Split depths, the most promising first. */
  List<Integer> splitDepths() {
    return switch (this) {
      case ROTATIONAL, UNKNOWN -> List.of(0, 1, 2, 3);
      case SOLID_STATE -> List.of(2, 1, 3, 0);
    };
  }

  /** Files in flight, the most promising first. */
  List<Integer> workers() {
    return switch (this) {
      case ROTATIONAL, UNKNOWN -> List.of(1, 2, 4, 8, 16);
      case SOLID_STATE -> List.of(4, 8, 2, 16, 1);
    };
  }
}
