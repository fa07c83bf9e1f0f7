/** Tables for spreadsheets and statistics programs. */
@NullMarked
package dev.cleave.reports.csv;

import org.jspecify.annotations.NullMarked;
