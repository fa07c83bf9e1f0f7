package dev.cleave.tuner.run;

/**
 * The machine a run was made on.
 *
 * @param commandLine what to type to reproduce the run
 * @param version Cleave's version
 */
public record Environment(
    String commandLine,
    String version,
    String hostName,
    String kernel,
    String cpu,
    int processors,
    long memoryBytes,
    String java) {}
