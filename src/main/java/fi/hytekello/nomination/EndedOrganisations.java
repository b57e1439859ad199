package fi.hytekello.nomination;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.body.OrganisationEnds;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Languages;
import fi.hytekello.notification.MailWords;
import fi.hytekello.platform.Dates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * An organisation that ends while it is asked is not asked any more: its request is closed with the reason, its contacts
 * are told once, and who carries on is asked instead where it has a seat (domain chapter 5.3).
 */
@Component
class EndedOrganisations {

    private final RequestTable requests;
    private final NomineeTable nominees;
    private final SeatSuccession succession;
    private final RequestReferences references;
    private final RequestMails mails;
    private final RequestProcess process;
    private final MailWords words;
    private final Dates dates;
    private final AuditTrail audit;
    private final Clock clock;

    EndedOrganisations(
            RequestTable requests,
            NomineeTable nominees,
            SeatSuccession succession,
            RequestReferences references,
            RequestMails mails,
            RequestProcess process,
            MailWords words,
            Dates dates,
            AuditTrail audit,
            Clock clock) {
        this.requests = requests;
        this.nominees = nominees;
        this.succession = succession;
        this.references = references;
        this.mails = mails;
        this.process = process;
        this.words = words;
        this.dates = dates;
        this.audit = audit;
        this.clock = clock;
    }

    /** One that goes on past its deadline answers still. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void ends(OrganisationEnds ended) {
        LocalDate today = LocalDate.now(clock.withZone(Finland.ZONE));
        requests.awaited(ended.keeper(), ended.id()).stream()
                .filter(request ->
                        ended.last().isBefore(request.lastDay()) || ended.last().isBefore(today))
                .forEach(request -> {
                    close(request, ended.last());
                    succession.ask(request, ended);
                });
    }

    private void close(Request request, LocalDate last) {
        boolean seated = nominees.of(request.id()).stream().anyMatch(one -> one.state() == NomineeState.CURRENT);
        requests.closed(request.id(), seated ? RequestState.CONFIRMED : RequestState.CLOSED_EMPTY, reason(last));
        references.close(List.of(request));
        mails.noMoreReminders(List.of(request.id()));
        mails.organisationEnds(request, last, clock.instant());
        process.answered(request.id());
        audit.record(
                request.council(),
                null,
                "nomination.organisationEnded",
                RequestAnswers.subject(request.id()),
                Map.of("last", last.toString()));
    }

    /** In both languages: everybody of the council reads it. */
    private String reason(LocalDate last) {
        return reason(last, Languages.FINNISH) + "\n" + reason(last, Languages.SWEDISH);
    }

    private String reason(LocalDate last, Locale in) {
        return words.text("nominee.organisationEnded", in, dates.date(last));
    }
}
