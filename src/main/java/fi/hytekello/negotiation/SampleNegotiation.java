package fi.hytekello.negotiation;

import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Username;
import fi.hytekello.notification.Letter;
import fi.hytekello.notification.MailPreviews;
import fi.hytekello.notification.MailWords;
import fi.hytekello.notification.NotificationKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A negotiation as a municipality might hold it, for the preview of its mails. */
record SampleNegotiation(Letter letter, MailWords words) {

    private static final Duration LENGTH = Duration.ofHours(2);

    CalendarMessage message() {
        Instant end = MailPreviews.moment(letter);
        return new CalendarMessage(
                0,
                0,
                isCancelled() ? CalendarMessage.Method.CANCEL : CalendarMessage.Method.REQUEST,
                end.minus(LENGTH),
                end,
                text("place"),
                null);
    }

    Negotiation negotiation(CalendarMessage message) {
        return new Negotiation(
                letter.cycle(),
                Convener.MUNICIPALITY,
                message.startsAt(),
                message.endsAt(),
                message.place(),
                null,
                isCancelled() ? Negotiation.State.NOT_HELD : Negotiation.State.ARRANGED,
                isCancelled() ? text("reason") : null,
                null,
                1,
                Map.of(Heading.GOALS, text("topic")),
                List.of(),
                List.of());
    }

    /** The municipality itself. */
    Person organiser() {
        return new Person(
                new Username("sample"),
                letter.municipality(),
                letter.municipality(),
                letter.address(),
                letter.language(),
                List.of());
    }

    private boolean isCancelled() {
        return letter.kind() == NotificationKind.CANCELLATION;
    }

    private String text(String key) {
        return words.text("negotiation.mail.sample." + key, letter.language());
    }
}
