package dev.cleave.engine;

/**
 * Which plan was asked for files of a size class, and which one ran.
 *
 * @param used of a cloned file sequential {@code kernel}: one call did all of it
 * @param why the reason for any difference between the two, and for writing in place; empty if all
 *     went as asked
 */
public record PlanUse(SizeClass sizeClass, CopyPlan asked, CopyPlan used, String why) {}
