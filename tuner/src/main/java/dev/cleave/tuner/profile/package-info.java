/**
 * Tuned plans kept for a pair of devices, and how a copy finds the one that fits.
 *
 * <p>A profile lives twice: as JSON with all its evidence, which {@link
 * dev.cleave.tuner.profile.ProfileStore} writes and people read ({@link
 * dev.cleave.tuner.profile.ProfileSchema} describes it), and as lines of a flat index, from which
 * {@link dev.cleave.tuner.profile.ProfileMatcher} serves copies. The second exists because loading
 * Jackson takes longer than many a copy; a test holds that it isn't loaded.
 *
 * <p><b>Matching</b>, the closest first: the same pair of devices; devices of the same models with
 * the same file systems and layers; the same classes of devices; what was shipped for the classes;
 * the sequential default. From the second on, reading and writing must share a device or not as
 * they did when the profile was tuned. Of what fits equally, the user's profile goes before the
 * site's.
 *
 * <p><b>Stale</b> is one rule, {@code Staleness}: a change in how the bytes are laid out or written
 * makes the plan one for something else, and the profile isn't used: another file system or other
 * layers on the same devices, other mount options that matter for the speed, other members of an
 * array; nor one dated more than a day ahead of the clock, which would outlive every re-tune. What
 * may move the best plan but rarely does is a warning, and the profile is used: another firmware,
 * kernel (major or minor number) or class of memory, a destination fuller or emptier by more than
 * 20 points of 100, an age of more than a year. Of a profile for other devices of the same models
 * the fill level says nothing; of one for the class only the mount options do that mean the same on
 * any file system. What wasn't known then or isn't now has not changed.
 *
 * <p><b>Hints</b>, what copies with {@code --adapt} ended with, lie in a flat file beside the
 * profiles. {@link dev.cleave.tuner.profile.HintStore} alone reads it, for such copies alone, and
 * they only try the hinted plan first: nothing that matching knows of.
 *
 * <p><b>Trust</b>: a file counts if it belongs to the user or to root and nobody else may write it;
 * those that came with the program are part of it. Whatever can't be used is named and skipped.
 */
@NullMarked
package dev.cleave.tuner.profile;

import org.jspecify.annotations.NullMarked;
