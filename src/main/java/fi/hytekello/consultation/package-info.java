/**
 * Johdon kuuleminen, hörande av ledningen (R3-12): a regional council hears the management of municipalities, one contact
 * each, and sums up their views; with a round of nominations or without any.
 *
 * <p>No person's name or address is stored here, so no rule of retention and none of personal data is needed: who was
 * heard is a post, whoever recorded it is known to the audit trail only, and the pages ask to name posts in free texts.
 */
@NullMarked
package fi.hytekello.consultation;

import org.jspecify.annotations.NullMarked;
