/** Keeps the worklist true to the engine and guards each completion. */
@NullMarked
package fi.hytekello.worklist.process;

import org.jspecify.annotations.NullMarked;
