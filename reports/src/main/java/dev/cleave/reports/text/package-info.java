/** Plain text for terminals and the sentences that every report shares; no colour, no control. */
@NullMarked
package dev.cleave.reports.text;

import org.jspecify.annotations.NullMarked;
