package fi.hytekello.nomination;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.inbox.Inbox;
import fi.hytekello.inbox.InboxMail;
import fi.hytekello.inbox.InboxMailId;
import fi.hytekello.inbox.MailArrived;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.worklist.TaskDesk;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails to requests (R3-10): a mail only claims who sent it, so the council's registry reads each and records what it
 * says.
 */
@Service
public class MailedAnswers {

    private final RequestTable requests;
    private final RequestAnswers answers;
    private final RequestReferences references;
    private final RequestProcess process;
    private final Inbox inbox;
    private final TaskDesk desk;
    private final AuditTrail audit;
    private final Clock clock;

    MailedAnswers(
            RequestTable requests,
            RequestAnswers answers,
            RequestReferences references,
            RequestProcess process,
            Inbox inbox,
            TaskDesk desk,
            AuditTrail audit,
            Clock clock) {
        this.requests = requests;
        this.answers = answers;
        this.references = references;
        this.process = process;
        this.inbox = inbox;
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Conflict where the request takes no answer any more; the inbox then gives the mail to the registry */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void arrived(MailArrived mail) {
        RequestReferences.request(mail.reference()).ifPresent(id -> {
            Request request = requests.find(id)
                    .filter(found -> found.council().equals(mail.tenant()))
                    .orElseThrow(() -> new NotFound("problem.nominee.request"));
            if (!request.takes(RequestVia.MAIL, clock.instant())) {
                throw new Conflict("problem.nominee.closed");
            }
            process.mailArrived(request, mail.mail());
        });
    }

    @Transactional
    public void taskOpened(InboxMailId mail, String taskId) {
        inbox.taskOpened(mail, taskId);
    }

    /**
     * The round is over. Where the body is composed, what comes by mail is still of its request: the registry reads it and
     * the coordinator settles it; else it belongs to none.
     */
    @Transactional
    public void roundEnded(RoundId round) {
        List<Request> all = requests.ofRound(round);
        references.close(
                all.stream().filter(request -> !request.round().composed()).toList());
        all.stream()
                .filter(request ->
                        request.round().composed() && !request.state().isNominated())
                .forEach(request -> references.follow(request, clock.instant()));
    }

    /** The mail that a task of the registry is about. @throws NotFound when there is none, or it is dealt with */
    public InboxMail mail(String taskId) {
        return inbox.ofMatter(taskId).orElseThrow(() -> new NotFound("problem.task.gone"));
    }

    /** The request that a mail belongs to. @throws NotFound when it belongs to none */
    public Request request(InboxMail mail) {
        return Optional.ofNullable(mail.reference())
                .flatMap(RequestReferences::request)
                .flatMap(requests::find)
                .orElseThrow(() -> new NotFound("problem.nominee.request"));
    }

    /** The mails that have come to a request, the newest first. */
    public List<InboxMail.Line> of(Request request) {
        return inbox.ofMatter(request.council(), RequestReferences.of(request.id()));
    }

    /** A mail of a request. @throws NotFound when it belongs to another */
    public InboxMail mail(Request request, InboxMailId id) {
        InboxMail mail = inbox.get(id, request.council());
        if (!RequestReferences.of(request.id()).equals(mail.reference())) {
            throw new NotFound("problem.notFound");
        }
        return mail;
    }

    /** What can be done with a mail to a request as it stands now. */
    public List<MailedAnswer.Kind> choices(Request request) {
        List<MailedAnswer.Kind> choices = new ArrayList<>(List.of(MailedAnswer.Kind.values()));
        boolean taken = request.takes(RequestVia.MAIL, clock.instant());
        if (!taken) {
            choices.remove(MailedAnswer.Kind.NOMINATED);
        }
        if (!taken || !request.mayExpect(clock.instant())) {
            choices.remove(MailedAnswer.Kind.EXPECTED);
        }
        if (!taken || !request.mayDecline()) {
            choices.remove(MailedAnswer.Kind.DECLINED);
        }
        return choices;
    }

    /**
     * Records what the mail of a task says, as of when it came, and completes the task.
     *
     * @throws InvalidInput naming the field that is missing or wrong
     * @throws Conflict when somebody has dealt with the mail, or the request does not take this any more
     * @throws fi.hytekello.platform.problem.Refused when the task is not this person's
     */
    @Transactional
    public void settle(String taskId, MailedAnswer answer, Person by) {
        InboxMail mail = inbox.lockOfMatter(taskId);
        Request request = request(mail);
        record(request, mail, answer);
        inbox.dealtWith(
                mail.id(), answer.kind() == MailedAnswer.Kind.NOT_ANSWER ? answer.reason() : null, by.username());
        audit.record(
                mail.tenant(),
                null,
                "nomination.mailSettled",
                RequestAnswers.subject(request.id()),
                Map.of("mail", mail.id().value(), "answer", answer.kind().name()));
        desk.complete(taskId, by, Map.of("mailedAnswer", answer.kind().name()));
    }

    private void record(Request request, InboxMail mail, MailedAnswer answer) {
        switch (answer.kind()) {
            case NOMINATED -> {
                RequestAnswer nomination = Objects.requireNonNull(answer.nomination(), "nomination");
                answers.record(request.id(), RequestVia.MAIL, nomination.by(receipt(mail)));
            }
            case EXPECTED -> {
                if (answer.expectedOn() == null) {
                    throw new InvalidInput("nominationExpectedOn", "problem.nominee.missing");
                }
                answers.expect(request.id(), RequestVia.MAIL, answer.expectedOn());
            }
            case DECLINED -> answers.decline(request.id(), answer.reason(), receipt(mail));
            case NOT_ANSWER -> checkReason(answer.reason());
        }
    }

    private static void checkReason(String reason) {
        if (reason.isEmpty()) {
            throw new InvalidInput("reason", "problem.nominee.mailReason");
        }
        if (reason.length() > RequestAnswers.LONGEST_REASON) {
            throw new InvalidInput("reason", "problem.nominee.long", RequestAnswers.LONGEST_REASON);
        }
    }

    /** @throws InvalidInput for a task that is completed past its page: then nothing would be recorded */
    public void requireSettled(String taskId) {
        if (inbox.ofMatter(taskId).isPresent()) {
            throw new InvalidInput("mailedAnswer", "problem.nominee.mailOnPage");
        }
    }

    private RequestAnswer.Mailed receipt(InboxMail mail) {
        boolean sameSender = inbox.lastSender(mail.tenant(), Objects.requireNonNull(mail.reference()))
                .map(mail.sender()::equalsIgnoreCase)
                .orElse(true);
        return new RequestAnswer.Mailed(mail.receivedAt(), sameSender);
    }
}
