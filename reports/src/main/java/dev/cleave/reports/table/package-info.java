/** The figures that text, charts and HTML show, computed once from a run's samples. */
@NullMarked
package dev.cleave.reports.table;

import org.jspecify.annotations.NullMarked;
