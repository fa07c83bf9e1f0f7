/** How bytes move: one file per backend behind {@link dev.cleave.engine.backend.CopyBackend}. */
@NullMarked
package dev.cleave.engine.backend;

import org.jspecify.annotations.NullMarked;
