package fi.hytekello.demo.simulation;

import fi.hytekello.body.Organisations;
import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.demo.MailReplies;
import fi.hytekello.demo.StoredMail;
import fi.hytekello.inbox.Inbox;
import fi.hytekello.inbox.InboxMail;
import fi.hytekello.inbox.MailAnswer;
import fi.hytekello.inbox.MailReferences;
import fi.hytekello.municipality.Person;
import fi.hytekello.nomination.MailedAnswer;
import fi.hytekello.nomination.MailedAnswers;
import fi.hytekello.nomination.Request;
import fi.hytekello.worklist.OpenTask;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** Organisations that answer by mail, and the council's registry that deals with what has come. */
@Component
class ScriptedMails {

    static final String SORT = "Activity_SortMail";
    static final String RECORD = "Activity_RecordMailedAnswer";

    static final String REQUEST = "nomination-request";

    private final MailedLinks sent;
    private final MailReplies replies;
    private final Organisations organisations;
    private final Inbox inbox;
    private final MailReferences references;
    private final MailedAnswers mailed;
    private final ScriptedExtract extract;
    private final Script script;
    private final BusinessDays businessDays;

    ScriptedMails(
            MailedLinks sent,
            MailReplies replies,
            Organisations organisations,
            Inbox inbox,
            MailReferences references,
            MailedAnswers mailed,
            ScriptedExtract extract,
            Script script,
            BusinessDays businessDays) {
        this.sent = sent;
        this.replies = replies;
        this.organisations = organisations;
        this.inbox = inbox;
        this.references = references;
        this.mailed = mailed;
        this.extract = extract;
        this.script = script;
        this.businessDays = businessDays;
    }

    /**
     * The organisation's registry answers the mail in which it was asked, with the decision as a file where the row has
     * one, or writes one of its own.
     *
     * @return how the timeline tells it
     */
    String send(NominationCue cue, Request asked, LocalDate today) {
        String address = Objects.requireNonNull(
                organisations.get(asked.council(), asked.organisation()).registryEmail());
        StoredMail request = sent.mail(address, REQUEST)
                .orElseThrow(() -> new IllegalStateException("No request has come to " + address));
        String to = replies.answersGoTo(request).orElseThrow();
        LocalDate decided = businessDays.minus(today, 1);
        if (cue.does() == NominationCue.Does.OWN_MAIL) {
            String subject = script.text("nomination.mail.own");
            replies.write(address, to, subject, extract.letter(cue, decided));
            return "writes to " + to + ": " + subject;
        }
        String file = cue.file();
        replies.reply(
                request,
                extract.letter(cue, decided),
                file.isEmpty()
                        ? null
                        : new MailReplies.Enclosed(file, new ByteArrayResource(extract.pdf(cue, decided))));
        return "answers to " + to + ": Re: " + request.subject() + (file.isEmpty() ? "" : ", with " + file);
    }

    /** To which matter the registry gives a mail that names none: it knows the organisation by its words. */
    Map<String, String> sorted(OpenTask task, List<NominationCue> cues) {
        InboxMail mail = inbox.ofTask(task.id());
        String organisation = cues.stream()
                .map(NominationCue::organisation)
                .filter(name -> mail.text().contains(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("The script knows nobody who writes so: " + mail.subject()));
        String tag = references.openMatters(mail.tenant()).stream()
                .filter(matter -> matter.nameFi().contains(organisation))
                .map(MailReferences.Matter::tag)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing is asked of " + organisation));
        return Map.of("mailAnswer", MailAnswer.ASSIGNED.name(), "mailMatter", tag);
    }

    /** Records what a mail says, which ends its task. */
    Map<String, String> record(OpenTask task, List<NominationCue> cues, Person registry) {
        InboxMail mail = mailed.mail(task.id());
        Request request = mailed.request(mail);
        NominationCue cue = cues.stream()
                .filter(one -> one.does().comesByMail())
                .filter(one -> one.organisation().equals(request.organisationFi()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The script has no mail of " + request.organisationFi()));
        LocalDate came = LocalDate.ofInstant(mail.receivedAt(), Finland.ZONE);
        MailedAnswer answer = new MailedAnswer(
                MailedAnswer.Kind.NOMINATED,
                cue.answer(businessDays.minus(came, 1), null, request.version()),
                null,
                "");
        mailed.settle(task.id(), answer, registry);
        return Map.of("mailedAnswer", answer.kind().name());
    }
}
