package fi.hytekello.document;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Documents sent to the wellbeing services county by mail, with the proof.
 *
 * @param kind what was published
 * @param address of the recipient
 * @param sentAt when the mail server accepted the mail, null while it has not
 * @param messageId of that mail
 * @param gaveUpAt when the mail was given up after many refusals
 * @param documents what the mail brought along, each with its hash
 */
public record CountyDelivery(
        UUID id,
        DocumentKind kind,
        String countyFi,
        String countySv,
        String address,
        Instant requestedAt,
        @Nullable Instant sentAt,
        @Nullable String messageId,
        @Nullable Instant gaveUpAt,
        List<PublishedDocument> documents) {

    /** How a delivery stands. */
    public enum State {
        WAITING,
        SENT,
        FAILED
    }

    public CountyDelivery {
        documents = List.copyOf(documents);
    }

    public State state() {
        return sentAt != null ? State.SENT : gaveUpAt != null ? State.FAILED : State.WAITING;
    }

    public String county(Locale locale) {
        return fi.hytekello.municipality.Languages.isSwedish(locale) ? countySv : countyFi;
    }
}
