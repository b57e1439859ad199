/** Talks with the engine about the review of indicators. */
@NullMarked
package fi.hytekello.indicator.process;

import org.jspecify.annotations.NullMarked;
