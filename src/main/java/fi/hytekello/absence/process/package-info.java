/** Lets an absence begin and end in time. */
@NullMarked
package fi.hytekello.absence.process;

import org.jspecify.annotations.NullMarked;
