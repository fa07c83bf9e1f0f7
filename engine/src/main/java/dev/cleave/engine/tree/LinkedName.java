package dev.cleave.engine.tree;

import org.jspecify.annotations.Nullable;

/**
 * One name of a source that has several, as a worker has met it. {@link HardLinks} calls one of the
 * two methods, once: in the thread that met the name or, if the name had to wait, in the one that
 * copied the source. It holds no lock meanwhile, so both may meet further names.
 *
 * <p>Both report what goes wrong themselves. An unchecked exception passes on to that thread and
 * means that all copying is over: names that still wait are forgotten.
 */
interface LinkedName {
  /** Copies the source to this name; returns null, having reported it, if that fails. */
  @Nullable FirstCopy copy();

  /** Makes this name a link to what another name of the source was copied to. */
  void linkTo(FirstCopy first);
}
