package dev.cleave.bench.qualify;

import dev.cleave.engine.CopyPlan;

/**
 * By which plan large files are copied here.
 *
 * @param why where the plan comes from
 */
public record CopyChoice(CopyPlan plan, String why) {}
