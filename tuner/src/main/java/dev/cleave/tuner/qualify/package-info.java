/**
 * What a device is asked for and what was found: requirements, workloads, their windows, and the
 * run as a whole, for who measures it (bench) and who shows it (reports). Pure values.
 */
@NullMarked
package dev.cleave.tuner.qualify;

import org.jspecify.annotations.NullMarked;
