package fi.hytekello.inbox;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What comes in by mail: taken once, given to its matter or to the registry. */
@Service
public class Inbox {

    private final InboxTable table;
    private final MailReferences references;
    private final InboxProcess process;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    Inbox(
            InboxTable table,
            MailReferences references,
            InboxProcess process,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.references = references;
        this.process = process;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes a mail; nothing happens where it has been taken before. A mail with a trouble always goes to the registry. */
    @Transactional
    void take(MunicipalityCode tenant, ReadMail mail) {
        if (mail.automatic()) {
            table.add(tenant, mail.emptied(), InboxMail.State.AUTOMATIC, null, clock.instant());
            return;
        }
        Optional<String> reference = mail.trouble() == null ? references.of(tenant, mail) : Optional.empty();
        InboxMail.State state = reference.isPresent() ? InboxMail.State.MATCHED : InboxMail.State.UNMATCHED;
        table.add(tenant, mail, state, reference.orElse(null), clock.instant())
                .ifPresent(id -> reference.ifPresentOrElse(
                        matter -> events.publishEvent(new MailArrived(id, tenant, matter)),
                        () -> process.begin(id, tenant)));
    }

    /** Notes the task of a mail: the registry's own, or that of the feature whose matter it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void taskOpened(InboxMailId mail, String taskId) {
        table.setTask(mail, taskId);
    }

    /** @throws NotFound when there is none, or not this tenant's */
    public InboxMail get(InboxMailId mail, MunicipalityCode tenant) {
        return table.find(mail)
                .filter(found -> found.tenant().equals(tenant))
                .orElseThrow(() -> new NotFound("problem.notFound"));
    }

    /** @throws Conflict when the task is done already */
    public InboxMail ofTask(String taskId) {
        return table.ofTask(taskId).orElseThrow(() -> new Conflict("problem.task.gone"));
    }

    /** The mail of a feature's own task, noted by {@link #taskOpened}; empty once it is dealt with. */
    public Optional<InboxMail> ofMatter(String taskId) {
        return table.matched(taskId);
    }

    /** The mails that came to a matter, the newest first. */
    public List<InboxMail.Line> ofMatter(MunicipalityCode tenant, String reference) {
        return table.ofMatter(tenant, reference);
    }

    /**
     * As {@link #ofMatter(String)}, so that nobody else deals with it at the same time.
     *
     * @throws Conflict when somebody has dealt with it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public InboxMail lockOfMatter(String taskId) {
        return table.lockMatched(taskId).orElseThrow(() -> new Conflict("problem.task.gone"));
    }

    /**
     * A feature has done with a mail what it says; its content is kept a year from now.
     *
     * @param reason why nothing was done; null where it was an answer
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void dealtWith(InboxMailId mail, @Nullable String reason, Username by) {
        table.dealtWith(mail, reason, by, clock.instant());
    }

    /** The address, as the mail claims it, from which the last answer in a matter came; empty where none has come. */
    public Optional<String> lastSender(MunicipalityCode tenant, String reference) {
        return table.lastSender(tenant, reference);
    }

    /** @throws NotFound when the mail has no such file, or it was left out or is deleted */
    public byte[] content(InboxMail mail, InboxMail.Attachment attachment) {
        return table.content(mail.id(), attachment.id()).orElseThrow(() -> new NotFound("problem.notFound"));
    }

    /**
     * Does with the mail of a task what the registry says.
     *
     * @param tag of the matter that it belongs to, for {@link MailAnswer#ASSIGNED}
     * @param reason why it is put aside, for {@link MailAnswer#PUT_ASIDE}
     * @throws InvalidInput naming the field that is missing or wrong
     */
    @Transactional
    public void settle(String taskId, MailAnswer answer, @Nullable String tag, @Nullable String reason, Username by) {
        InboxMail mail = ofTask(taskId);
        if (answer == MailAnswer.ASSIGNED) {
            String reference = reference(mail.tenant(), tag);
            table.settle(mail.id(), InboxMail.State.ASSIGNED, reference, reason, by, clock.instant());
            events.publishEvent(new MailArrived(mail.id(), mail.tenant(), reference));
        } else if (reason == null) {
            throw new InvalidInput("reason", "problem.inbox.reason");
        } else {
            table.settle(mail.id(), InboxMail.State.PUT_ASIDE, null, reason, by, clock.instant());
        }
        audit.record(
                mail.tenant(), null, "inbox.mailSettled", "inboxmail:" + mail.id(), Map.of("answer", answer.name()));
    }

    private String reference(MunicipalityCode tenant, @Nullable String tag) {
        if (tag == null) {
            throw new InvalidInput("mailMatter", "problem.inbox.matter");
        }
        return references.ofTag(tenant, tag).orElseThrow(() -> new InvalidInput("mailMatter", "problem.inbox.matter"));
    }
}
