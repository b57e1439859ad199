/** Talks with the engine about rounds of nominations and their requests. */
@NullMarked
package fi.hytekello.nomination.process;

import org.jspecify.annotations.NullMarked;
