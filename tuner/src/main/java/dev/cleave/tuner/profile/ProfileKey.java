package dev.cleave.tuner.profile;

/**
 * The pair of devices a profile was tuned for.
 *
 * @param source the identity of the source's storage stack
 * @param destination the identity of the destination's
 */
public record ProfileKey(String source, String destination) {}
