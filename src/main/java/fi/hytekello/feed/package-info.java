/** Deadlines and meetings for people's own calendar programs, behind secret links. */
@NullMarked
package fi.hytekello.feed;

import org.jspecify.annotations.NullMarked;
