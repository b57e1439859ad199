/** Reads from the engine what a year waits for besides people. */
@NullMarked
package fi.hytekello.waiting.process;

import org.jspecify.annotations.NullMarked;
