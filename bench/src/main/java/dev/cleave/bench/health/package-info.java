/**
 * What a qualifier asks of devices before and after a run: the drive's own log (SMART, NVMe), the
 * errors that PCI Express has counted, the kernel log's lines about them, and how full the file
 * system is. All of it may be missing, with the reason: tools that aren't installed, drives that
 * keep no log, containers that may not read the kernel's. {@link
 * dev.cleave.bench.health.HealthLook} looks once, {@link dev.cleave.bench.health.HealthRecord}
 * holds two looks against each other.
 */
@NullMarked
package dev.cleave.bench.health;

import org.jspecify.annotations.NullMarked;
