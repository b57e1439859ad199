/** Talks with the engine about the negotiation. */
@NullMarked
package fi.hytekello.negotiation.process;

import org.jspecify.annotations.NullMarked;
