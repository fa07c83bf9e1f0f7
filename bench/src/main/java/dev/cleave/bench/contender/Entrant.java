package dev.cleave.bench.contender;

import dev.cleave.bench.peer.PeerCommand;
import dev.cleave.bench.peer.PeerKind;
import dev.cleave.bench.peer.Presence;
import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.contender.Contender;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contender with what it takes to run it.
 *
 * @param telling the same copy, that says as JSON what it did; null if it can't
 * @param environment variables of its process in place of ours
 */
public record Entrant(
    Contender contender,
    PeerCommand command,
    @Nullable PeerCommand telling,
    Map<String, String> environment) {
  private static final Path SOURCE = Path.of("SRC");
  private static final Path TARGET = Path.of("DST");

  public Entrant {
    environment = Map.copyOf(environment);
  }

  /** A peer that is there. */
  static Entrant of(PeerKind kind, Presence.Present present) {
    return new Entrant(
        new Contender(
            kind.toString(),
            null,
            present.version(),
            String.join(" ", present.command().words(SOURCE, TARGET))),
        present.command(),
        null,
        Map.of());
  }

  public String name() {
    return contender.name();
  }

  /** What its sample is said to have been asked for; a peer is as good as sequential. */
  CopyPlan plan() {
    CopyPlan plan = contender.plan();
    return plan == null ? CopyPlan.SEQUENTIAL : plan;
  }
}
