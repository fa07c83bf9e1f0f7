package dev.cleave.tuner.qualify;

/**
 * Where a device fell from its burst to less.
 *
 * @param bytes moved until then
 * @param seconds of load until then
 */
public record Cliff(long bytes, double seconds) {}
