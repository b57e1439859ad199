/** Pages of consultations: their list, the standing by municipality, the notes of each and the summary. */
@NullMarked
package fi.hytekello.consultation.web;

import org.jspecify.annotations.NullMarked;
