/** Why a year waits: on whom, for which date, or for something that has gone wrong. */
@NullMarked
package fi.hytekello.waiting;

import org.jspecify.annotations.NullMarked;
