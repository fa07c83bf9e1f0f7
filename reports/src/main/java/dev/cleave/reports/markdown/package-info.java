/** Summaries to be pasted into a ticket. */
@NullMarked
package dev.cleave.reports.markdown;

import org.jspecify.annotations.NullMarked;
