/**
 * Tuned plans kept for a pair of devices, and how a copy finds the one that fits.
 *
 * <p>A profile lives twice: as JSON with all its evidence, which {@link
 * dev.cleave.tuner.profile.ProfileStore} writes and people read, and as lines of a flat index, from
 * which {@link dev.cleave.tuner.profile.ProfileMatcher} serves copies. The second exists because
 * loading Jackson takes longer than many a copy; a test holds that it isn't loaded.
 */
@NullMarked
package dev.cleave.tuner.profile;

import org.jspecify.annotations.NullMarked;
