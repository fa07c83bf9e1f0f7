/** Verdicts as JUnit's XML, which every CI system shows. */
@NullMarked
package dev.cleave.reports.junit;

import org.jspecify.annotations.NullMarked;
