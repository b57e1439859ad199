/** Talks with the engine about proposals and the welfare report. */
@NullMarked
package fi.hytekello.plan.process;

import org.jspecify.annotations.NullMarked;
