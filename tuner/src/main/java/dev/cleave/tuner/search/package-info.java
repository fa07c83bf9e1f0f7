/** Which plans are tried, and which one is recommended. */
@NullMarked
package dev.cleave.tuner.search;

import org.jspecify.annotations.NullMarked;
