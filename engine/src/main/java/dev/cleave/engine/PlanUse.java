package dev.cleave.engine;

import org.jspecify.annotations.Nullable;

/**
 * Which plan was asked for files of a size class, and which one ran.
 *
 * @param used of a cloned file sequential {@code kernel}: one call did all of it
 * @param why the reason for any difference between the two, and for writing in place; empty if all
 *     went as asked
 */
public record PlanUse(SizeClass sizeClass, CopyPlan asked, CopyPlan used, String why) {
  // Written out: a record's own are linked at run time, which costs the start of a copy 2 ms
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PlanUse that
        && sizeClass == that.sizeClass
        && asked.equals(that.asked)
        && used.equals(that.used)
        && why.equals(that.why);
  }

  @Override
  public int hashCode() {
    int hash = 31 * sizeClass.hashCode() + asked.hashCode();
    return 31 * (31 * hash + used.hashCode()) + why.hashCode();
  }
}
