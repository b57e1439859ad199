/** Who is away and who stands in: absences, their rules, and the handing over of tasks. */
@NullMarked
package fi.hytekello.absence;

import org.jspecify.annotations.NullMarked;
