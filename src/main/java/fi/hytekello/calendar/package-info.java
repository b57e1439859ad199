/** Business days, holidays and deadlines in Finland: which day a date really means, and at which instant it is over. */
@NullMarked
package fi.hytekello.calendar;

import org.jspecify.annotations.NullMarked;
