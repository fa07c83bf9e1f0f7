/**
 * The report for browsers: one file without scripts or links that loads nothing. Everything that
 * comes from a run is escaped by {@link dev.cleave.reports.html.Html}, the only place that writes
 * markup.
 */
@NullMarked
package dev.cleave.reports.html;

import org.jspecify.annotations.NullMarked;
