/** One report per file; {@link dev.cleave.reports.ReportKind} is the registry. */
@NullMarked
package dev.cleave.reports;

import org.jspecify.annotations.NullMarked;
