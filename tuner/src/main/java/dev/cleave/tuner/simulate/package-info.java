/**
 * Devices that are known because they are made up: tunes of them take no time, so that a thousand
 * show how often the tuner is wrong.
 *
 * <p>A {@link dev.cleave.tuner.simulate.Surface} is the truth, a {@link
 * dev.cleave.tuner.simulate.Disturbance} is what hides it, a {@link
 * dev.cleave.tuner.simulate.SimulatedDevice} is both behind the {@link
 * dev.cleave.tuner.measure.Measurer} that the tuner knows.
 */
@NullMarked
package dev.cleave.tuner.simulate;

import org.jspecify.annotations.NullMarked;
