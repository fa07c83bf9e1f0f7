package dev.cleave.engine;

/**
 * Which plan was asked for files of a size class, and which one ran.
 *
 * @param why the reason for any difference between the two, and for writing in place; empty if all
 *     went as asked
 */
public record PlanUse(SizeClass sizeClass, CopyPlan asked, CopyPlan used, String why) {}
