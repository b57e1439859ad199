/** Talks with the engine about the cycle. */
@NullMarked
package fi.hytekello.cycle.process;

import org.jspecify.annotations.NullMarked;
