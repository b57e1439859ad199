/** The cycle of one municipality and year: its calendar of milestones and its states. */
@NullMarked
package fi.hytekello.cycle;

import org.jspecify.annotations.NullMarked;
