/** The pages of meetings. */
@NullMarked
package fi.hytekello.meeting.web;

import org.jspecify.annotations.NullMarked;
