/** Talks with the engine about decisions. */
@NullMarked
package fi.hytekello.decision.process;

import org.jspecify.annotations.NullMarked;
