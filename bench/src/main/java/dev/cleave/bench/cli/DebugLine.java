package dev.cleave.bench.cli;

import dev.cleave.engine.DataTrace;
import dev.cleave.engine.PlanUse;
import dev.cleave.engine.backend.BackendKind;

/**
 * What {@code --debug} says of a file: the line of cp 9.2 and later in its words, and behind it the
 * plan that ran.
 */
final class DebugLine {
  private DebugLine() {}

  static String of(DataTrace trace) {
    return "copy offload: "
        + offload(trace)
        + ", reflink: "
        + reflink(trace.sharing())
        + ", sparse detection: "
        + sparse(trace)
        + (trace.sharing() == DataTrace.Sharing.SHARED ? "" : plan(trace.use()));
  }

  /** Offloaded is what copy_file_range(2) does. */
  private static String offload(DataTrace trace) {
    if (trace.sharing() == DataTrace.Sharing.SHARED) {
      return "unknown";
    }
    if (trace.use().used().backend() == BackendKind.KERNEL) {
      return "yes";
    }
    return trace.use().asked().backend() == BackendKind.KERNEL ? "unsupported" : "avoided";
  }

  private static String reflink(DataTrace.Sharing sharing) {
    return switch (sharing) {
      case SHARED -> "yes";
      case IMPOSSIBLE -> "unsupported";
      case UNWANTED -> "no";
      case UNTRIED -> "unknown";
    };
  }

  private static String sparse(DataTrace trace) {
    if (trace.sharing() == DataTrace.Sharing.SHARED) {
      return "unknown";
    }
    if (trace.findsHoles()) {
      return trace.findsZeros() ? "SEEK_HOLE + zeros" : "SEEK_HOLE";
    }
    return trace.findsZeros() ? "zeros" : "no";
  }

  private static String plan(PlanUse use) {
    String asked = use.asked().equals(use.used()) ? "" : "; asked for: " + use.asked();
    String why = use.why().isEmpty() ? "" : "; because " + use.why();
    return ", plan: " + use.used() + asked + why;
  }
}
