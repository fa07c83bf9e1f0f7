/** What a measurement is: samples of candidates, taken in rounds and kept in a journal. */
@NullMarked
package dev.cleave.tuner.measure;

import org.jspecify.annotations.NullMarked;
