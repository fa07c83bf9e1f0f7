package dev.cleave.bench.process;

import dev.cleave.engine.ResourceUse;
import org.jspecify.annotations.Nullable;

/**
 * A process that ended well.
 *
 * @param seconds from its start to its exit
 * @param resources it and its children used
 * @param peakBytes memory of it and its children at their highest, as far as {@link MemoryWatch}
 *     saw it; null if nobody looked, or it was gone before
 * @param output what it printed on standard output
 */
public record ProcessRun(
    double seconds, ResourceUse resources, @Nullable Long peakBytes, String output) {}
