package fi.hytekello.demo.simulation;

import fi.hytekello.body.Organisations;
import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.inbox.MailboxRound;
import fi.hytekello.municipality.Person;
import fi.hytekello.nomination.Request;
import fi.hytekello.nomination.RequestAnswer;
import fi.hytekello.nomination.RequestAnswers;
import fi.hytekello.nomination.RequestLinks;
import fi.hytekello.nomination.RequestState;
import fi.hytekello.nomination.RequestStates;
import fi.hytekello.nomination.RequestVia;
import fi.hytekello.nomination.RoundId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What the organisations do that are asked to name their representatives. */
@Component
class ScriptedAnswers {

    private static final int DAYS_TO_DECISION = 3;

    private final RequestStates states;
    private final RequestLinks links;
    private final MailedLinks mailed;
    private final Organisations organisations;
    private final RequestAnswers answers;
    private final ScriptedMails mails;
    private final MailboxRound mailboxes;
    private final Script script;
    private final BusinessDays businessDays;
    private final Clock clock;

    ScriptedAnswers(
            RequestStates states,
            RequestLinks links,
            MailedLinks mailed,
            Organisations organisations,
            RequestAnswers answers,
            ScriptedMails mails,
            MailboxRound mailboxes,
            Script script,
            BusinessDays businessDays,
            Clock clock) {
        this.states = states;
        this.links = links;
        this.mailed = mailed;
        this.organisations = organisations;
        this.answers = answers;
        this.mails = mails;
        this.mailboxes = mailboxes;
        this.script = script;
        this.businessDays = businessDays;
        this.clock = clock;
    }

    /**
     * Does what the row says; nothing where the organisation is not asked, as it is not valid that year.
     *
     * @param registry who records what does not come through the link
     * @return how the timeline tells it, empty where nothing was done
     */
    String act(NominationCue cue, RoundId round, Person registry) {
        return states.of(round).stream()
                .filter(request -> request.organisationFi().equals(cue.organisation()))
                .findFirst()
                .map(request -> act(cue, request, registry))
                .orElse("");
    }

    private String act(NominationCue cue, Request asked, Person registry) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Finland.ZONE);
        LocalDate before = businessDays.minus(today, 1);
        switch (cue.does()) {
            case MAIL, OWN_MAIL -> {
                if (mailboxes.reads(asked.council())) {
                    return mails.send(cue, asked, today);
                }
                recorded(cue, asked, RequestVia.MAIL, today, registry);
            }
            case HAND -> recorded(cue, asked, RequestVia.HAND, before, registry);
            default -> byLink(cue, asked, today);
        }
        Request now = states.of(asked.round().id()).stream()
                .filter(one -> one.id().equals(asked.id()))
                .findFirst()
                .orElseThrow();
        String again = asked.state() == RequestState.CONFIRMED ? "proposes a replacement, still " : "";
        return cue.does().name().toLowerCase(Locale.ROOT) + " → " + again
                + now.state().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (now.late() ? ", late" : "");
    }

    /** By the council's registry, of a letter, or of a mail where no mailbox of the council is read. */
    private void recorded(NominationCue cue, Request asked, RequestVia via, LocalDate received, Person registry) {
        LocalDate decided = businessDays.minus(LocalDate.ofInstant(clock.instant(), Finland.ZONE), 1);
        ScriptedUsers.as(
                registry, () -> answers.record(asked.id(), via, cue.answer(decided, received, asked.version())));
    }

    /** Stands in the mail that asks, and nowhere else. */
    private String token(Request asked) {
        String address =
                organisations.get(asked.council(), asked.organisation()).registryEmail();
        return mailed.token(Objects.requireNonNull(address), ScriptedMails.REQUEST, "/nominate/")
                .orElseThrow(() -> new IllegalStateException("No request has come to " + address));
    }

    /** Whoever has the link does not sign in. */
    private void byLink(NominationCue cue, Request asked, LocalDate today) {
        Request request = links.request(token(asked));
        answers.opened(request);
        switch (cue.does()) {
            case EXPECT -> answers.expect(request.id(), businessDays.plus(today, DAYS_TO_DECISION));
            case DECLINE -> answers.decline(request.id(), RequestVia.LINK, script.text("nomination.decline"), null);
            default -> {
                RequestAnswer answer = cue.answer(businessDays.minus(today, 1), null, request.version());
                answers.record(request.id(), RequestVia.LINK, answer);
            }
        }
    }
}
