/** The yearly negotiation with the wellbeing services county: agenda, invitations, memo and what was agreed. */
@NullMarked
package fi.hytekello.negotiation;

import org.jspecify.annotations.NullMarked;
