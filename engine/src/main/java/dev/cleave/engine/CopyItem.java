package dev.cleave.engine;

/**
 * One thing to copy.
 *
 * @param target its full name, not the directory it goes into
 */
public record CopyItem(BytePath source, BytePath target) {}
