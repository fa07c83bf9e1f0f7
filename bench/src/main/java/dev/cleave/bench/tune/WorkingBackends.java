package dev.cleave.bench.tune;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyEngine;
import dev.cleave.engine.CopyOutcome;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.CopyRequest;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.ReflinkMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which backends move bytes from one directory to another: those that do it, when asked to copy a
 * small file.
 *
 * @param without why the others don't
 */
record WorkingBackends(Set<BackendKind> kinds, Map<BackendKind, String> without) {
  private static final int BYTES = (int) (2 * ByteSize.MIB);

  static WorkingBackends between(Path from, Path to) throws IOException {
    Path source = from.resolve("backend-source");
    Path target = to.resolve("backend-target");
    Set<BackendKind> kinds = EnumSet.noneOf(BackendKind.class);
    Map<BackendKind, String> without = new EnumMap<>(BackendKind.class);
    try {
      Files.write(source, new byte[BYTES]);
      for (BackendKind kind : BackendKind.values()) {
        String why = tried(kind, source, target);
        if (why.isEmpty()) {
          kinds.add(kind);
        } else {
          without.put(kind, why);
        }
      }
    } finally {
      Files.deleteIfExists(source);
      Files.deleteIfExists(target);
    }
    return new WorkingBackends(kinds, without);
  }

  /** Why it doesn't work; empty if it does. */
  private static String tried(BackendKind kind, Path source, Path target) throws IOException {
    Files.deleteIfExists(target);
    CopyPlan plan = CopyPlan.SEQUENTIAL.withBackend(kind);
    CopyOutcome outcome =
        CopyEngine.copy(
            CopyRequest.of(BytePath.of(source), BytePath.of(target), plan)
                .withOptions(CopyOptions.builder().reflink(ReflinkMode.NEVER).build()));
    if (!outcome.isComplete()) {
      return outcome.errors().getFirst().message();
    }
    return outcome.plans().stream()
        .filter(use -> use.used().backend() != kind)
        .map(use -> use.why().isEmpty() ? "it ran " + use.used().backend() : use.why())
        .findFirst()
        .orElse("");
  }
}
