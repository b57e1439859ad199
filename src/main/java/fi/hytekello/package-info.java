/** Hytekello: the annual wellbeing cycle of Finnish municipalities. */
@NullMarked
package fi.hytekello;

import org.jspecify.annotations.NullMarked;
