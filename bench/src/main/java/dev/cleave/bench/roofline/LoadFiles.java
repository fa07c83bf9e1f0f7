package dev.cleave.bench.roofline;

import java.nio.file.Path;

/**
 * Where a load reads and writes.
 *
 * @param target is made, and removed by the caller
 * @param bytes of the source, and to be written
 * @param work a directory for what programs print
 */
record LoadFiles(Path source, Path target, long bytes, Path work) {}
