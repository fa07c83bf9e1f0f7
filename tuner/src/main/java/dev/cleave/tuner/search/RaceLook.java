package dev.cleave.tuner.search;

/**
 * How far a sweep had come when its samples were looked at.
 *
 * @param round the round after which it was looked
 * @param survivors candidates still measured, the default and its twin not counted
 * @param regretBound the loss that recommending the leader can cost at most, at the sweep's
 *     confidence, by the clock that shows more: 0.05 for 5 %; 1 where nothing is bounded yet
 */
public record RaceLook(int round, int survivors, double regretBound) {}
