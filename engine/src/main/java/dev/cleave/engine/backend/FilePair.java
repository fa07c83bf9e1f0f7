package dev.cleave.engine.backend;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Fd;

/**
 * An open source and an open target; the names are for messages only, since the files are held by
 * descriptor.
 */
public record FilePair(Fd source, BytePath sourceName, Fd target, BytePath targetName) {}
