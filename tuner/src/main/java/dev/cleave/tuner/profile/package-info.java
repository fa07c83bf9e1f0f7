/** Tuned plans kept for a pair of devices, and how a copy finds the one that fits. */
@NullMarked
package dev.cleave.tuner.profile;

import org.jspecify.annotations.NullMarked;
