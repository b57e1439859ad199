/** Talks with the engine about the meetings of bodies. */
@NullMarked
package fi.hytekello.meeting.process;

import org.jspecify.annotations.NullMarked;
