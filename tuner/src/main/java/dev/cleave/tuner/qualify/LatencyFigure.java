package dev.cleave.tuner.qualify;

/**
 * A percentile of a workload's latencies.
 *
 * @param percentile as a share: 0.99
 * @param seconds the value
 */
public record LatencyFigure(double percentile, double seconds) {}
