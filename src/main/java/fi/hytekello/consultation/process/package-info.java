/** Talks with the engine about consultations of the management. */
@NullMarked
package fi.hytekello.consultation.process;

import org.jspecify.annotations.NullMarked;
