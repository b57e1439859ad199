package fi.hytekello.nomination;

import fi.hytekello.body.OrganisationId;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Languages;
import fi.hytekello.notification.Letter;
import fi.hytekello.notification.MailPreviews;
import fi.hytekello.notification.MailWords;
import java.time.Instant;
import java.time.LocalDate;

/** A request as a council might send it, for the preview of its mails. */
record SampleRequest(Letter letter, MailWords words) {

    Request request() {
        Instant due = MailPreviews.moment(letter);
        return new Request(
                new RequestId(0),
                letter.municipalityCode(),
                letter.municipalityCode() + "-7F3K9QX2",
                new OrganisationId(0),
                words.text("mail.nomination.sampleOrganisation", Languages.FINNISH),
                words.text("mail.nomination.sampleOrganisation", Languages.SWEDISH),
                round(),
                new Request.Seats(1, 1, true),
                RequestState.SENT,
                LocalDate.ofInstant(due, Finland.ZONE),
                due,
                null,
                false,
                Request.Decision.NONE,
                "",
                null,
                null,
                null,
                null,
                0);
    }

    private Request.Round round() {
        return new Request.Round(
                new RoundId(0),
                words.text("mail.nomination.sampleBody", Languages.FINNISH),
                words.text("mail.nomination.sampleBody", Languages.SWEDISH),
                words.text("mail.nomination.sampleText", Languages.FINNISH),
                words.text("mail.nomination.sampleText", Languages.SWEDISH),
                words.text("mail.sample.diaryNumber", letter.language()),
                true,
                true,
                false);
    }
}
