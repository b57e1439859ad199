package fi.hytekello.inbox;

import fi.hytekello.municipality.MunicipalityCode;

/**
 * A mail has come to a matter, by its tag, as an answer to one of our mails or because the registry said so. Published
 * in the transaction in which that is stored: a listener that throws leaves the mail to the registry. Who wrote it is
 * only claimed; a person confirms what follows from it.
 *
 * @param reference what the feature called the matter, such as {@code request:12}
 */
public record MailArrived(InboxMailId mail, MunicipalityCode tenant, String reference) {}
