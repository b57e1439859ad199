/**
 * Mails that come in: read from a tenant's mailbox, kept once, matched to the matter that they answer to, or given to
 * the registry (R3-05). The features that wait for answers hear of them by {@link fi.hytekello.inbox.MailArrived}.
 */
@NullMarked
package fi.hytekello.inbox;

import org.jspecify.annotations.NullMarked;
