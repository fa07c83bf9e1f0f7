package dev.cleave.tuner.contender;

/** A contender that didn't take part, and why. */
public record Missing(String name, String why) {}
