/**
 * Files and directories: walking a tree by descriptor, copying one file, metadata, and the commit
 * that gives a finished file its name.
 */
@NullMarked
package dev.cleave.engine.tree;

import org.jspecify.annotations.NullMarked;
