package dev.cleave.tuner.qualify;

/**
 * How many of a workload's operations took about so long.
 *
 * @param fromSeconds the least of them
 * @param toSeconds all are below
 */
public record LatencyBucket(double fromSeconds, double toSeconds, long operations) {}
