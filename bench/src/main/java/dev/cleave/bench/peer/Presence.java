package dev.cleave.bench.peer;

/** Whether a peer can take part. */
public sealed interface Presence {
  /**
   * It can.
   *
   * @param version in its own words, one line
   */
  record Present(String version, PeerCommand command) implements Presence {}

  /** It can't. */
  record Absent(String why) implements Presence {}
}
