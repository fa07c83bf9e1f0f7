package dev.cleave.bench.peer;

/** Something else that copies a file. */
@FunctionalInterface
public interface Peer {
  /** Looks whether it is there; runs it to ask for its version, but copies nothing. */
  Presence presence(SearchPath path);
}
