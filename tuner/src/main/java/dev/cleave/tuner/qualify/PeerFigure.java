package dev.cleave.tuner.qualify;

/**
 * What {@code fio} says of the same load on the same file in the same run.
 *
 * @param measured ours, over the windows that are comparable
 * @param difference fio's over ours, minus 1
 * @param agrees whether both are within 10 % of each other
 */
public record PeerFigure(
    String command,
    double bytesPerSecond,
    double operationsPerSecond,
    double measured,
    double difference,
    boolean agrees) {}
