package dev.cleave.engine;

/** Knows the plans of other devices than those of the paths that the user named. */
@FunctionalInterface
public interface PlansElsewhere {
  /**
   * The plans for the files of a directory that lies on another device than the one above it, or
   * goes to one. Asked by one thread, once for each pair of devices.
   */
  CopyPlans between(BytePath source, BytePath target);
}
