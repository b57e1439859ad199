/** The pages on which absences and deputies are set. */
@NullMarked
package fi.hytekello.absence.web;

import org.jspecify.annotations.NullMarked;
