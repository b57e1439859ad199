/**
 * Meetings of bodies: which dates suit, whose turn it is to be the host, invitations for calendars, memo and agreed
 * actions, and the next meeting; and the year of a body, in which somebody sees to it that it meets.
 */
@NullMarked
package fi.hytekello.meeting;

import org.jspecify.annotations.NullMarked;
