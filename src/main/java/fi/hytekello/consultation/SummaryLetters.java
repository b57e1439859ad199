package fi.hytekello.consultation;

import fi.hytekello.notification.Letter;
import fi.hytekello.notification.LetterAuthor;
import fi.hytekello.notification.MailContent;
import fi.hytekello.notification.MailWords;
import fi.hytekello.notification.NotificationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Words the mail that tells of a summary: how many were heard, and where it is read. */
@Component
class SummaryLetters implements LetterAuthor {

    private final ConsultationTable consultations;
    private final ContactTable contacts;
    private final MailWords words;

    SummaryLetters(ConsultationTable consultations, ContactTable contacts, MailWords words) {
        this.consultations = consultations;
        this.contacts = contacts;
        this.words = words;
    }

    /**
     * What a mail tells of.
     *
     * @param bodyName empty where it is about the whole region
     */
    private record Told(String id, String title, String bodyName, long heard, int all) {}

    @Override
    public Set<NotificationKind> kinds() {
        return Set.of(NotificationKind.CONSULTATION_SUMMARY);
    }

    @Override
    public List<MailContent> write(Letter letter) {
        ConsultationId id = new ConsultationId(
                Long.parseLong(Objects.requireNonNull(letter.payload().get("consultation"))));
        Consultation of = consultations.find(id).orElseThrow();
        long heard = contacts.of(id).stream()
                .filter(one -> one.state() == ContactState.HEARD)
                .count();
        String body = Objects.requireNonNullElse(of.bodyName(letter.language()), "");
        return List.of(content(letter, new Told(id.toString(), of.title(), body, heard, of.contacts())));
    }

    @Override
    public List<MailContent> sample(Letter letter) {
        Locale in = letter.language();
        return List.of(content(
                letter,
                new Told(
                        "0",
                        words.text("consultation.template.title", in),
                        words.text("mail.nomination.sampleBody", in),
                        10,
                        11)));
    }

    private MailContent content(Letter letter, Told told) {
        Locale in = letter.language();
        List<MailContent.Fact> facts = new ArrayList<>();
        facts.add(words.fact("consultation.title", told.title(), in));
        if (!told.bodyName().isEmpty()) {
            facts.add(words.fact("consultation.body", told.bodyName(), in));
        }
        facts.add(words.fact(
                "consultation.heard", words.text("consultation.summary.heardOf", in, told.heard(), told.all()), in));
        return new MailContent(
                in,
                words.text("mail.CONSULTATION_SUMMARY.subject", in, letter.municipality(), told.title()),
                words.greeting(letter),
                words.text("mail.CONSULTATION_SUMMARY.lead", in),
                facts,
                null,
                null,
                words.link(
                        "mail.open.consultation", "/consultations/" + letter.municipalityCode() + "/" + told.id(), in));
    }
}
