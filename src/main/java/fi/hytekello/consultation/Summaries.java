package fi.hytekello.consultation;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.document.DocumentRenderer;
import fi.hytekello.document.Format;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The report of what the management of municipalities thinks (R3-12), as PDF/UA and Word file in both languages: a draft
 * until the coordinator makes it, then as it was made.
 */
@Service
public class Summaries {

    private static final int LONGEST_CONCLUSIONS = 8000;
    private static final List<Format> FORMATS = List.of(Format.PDF, Format.DOCX);

    private final ConsultationTable consultations;
    private final ContactTable contacts;
    private final SummaryDocument document;
    private final DocumentRenderer renderer;
    private final SummaryNotices notices;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Summaries(
            ConsultationTable consultations,
            ContactTable contacts,
            SummaryDocument document,
            DocumentRenderer renderer,
            SummaryNotices notices,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock) {
        this.consultations = consultations;
        this.contacts = contacts;
        this.document = document;
        this.renderer = renderer;
        this.notices = notices;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps the conclusions as far as they are written.
     *
     * @param version the one that the writer saw
     * @throws InvalidInput when they are too long
     * @throws Conflict when the summary is made, or somebody changed it meanwhile
     */
    @Transactional
    public void conclude(ConsultationId id, String conclusions, int version) {
        String given = conclusions.strip();
        if (given.length() > LONGEST_CONCLUSIONS) {
            throw new InvalidInput("conclusions", "problem.answer.long", LONGEST_CONCLUSIONS, given.length());
        }
        if (!consultations.conclude(id, given, version)) {
            throw new Conflict("problem.party.changed");
        }
    }

    /**
     * Makes the summary of what is written, once and for good, and tells the director.
     *
     * @param by who makes it, and so knows
     * @throws InvalidInput when there are no conclusions
     * @throws Conflict when it is made already
     */
    @Transactional
    public void make(ConsultationId id, Person by) {
        consultations.lock(id);
        Consultation before = consultations.find(id).orElseThrow();
        if (before.conclusions().isEmpty()) {
            throw new InvalidInput("conclusions", "problem.answer.missing");
        }
        if (!consultations.summarise(id, clock.instant())) {
            throw new Conflict("problem.task.gone");
        }
        Consultation made = consultations.find(id).orElseThrow();
        List<Contact> heard = contacts.of(id);
        for (Locale in : List.of(Languages.FINNISH, Languages.SWEDISH)) {
            FORMATS.forEach(format -> keep(made, heard, in, format));
        }
        notices.made(made, by);
        audit.record(made.keeper(), null, "consultation.summarised", made.matter(), Map.of("contacts", heard.size()));
    }

    /** As it was made; before that, a draft of what is written so far. */
    public byte[] file(Consultation consultation, Locale locale, Format format) {
        Locale in = Languages.isSwedish(locale) ? Languages.SWEDISH : Languages.FINNISH;
        return kept(consultation.id(), in, format).orElseGet(() -> {
            List<Contact> heard = contacts.of(consultation.id());
            return renderer.render(document.of(consultation, heard, in), format);
        });
    }

    private Optional<byte[]> kept(ConsultationId id, Locale in, Format format) {
        return jdbc.sql("""
                        select content from hyte.consultation_summary
                        where consultation_id = :id and language = :language and format = :format""")
                .param("id", id.value())
                .param("language", in.getLanguage())
                .param("format", format.name())
                .query(byte[].class)
                .optional();
    }

    private void keep(Consultation consultation, List<Contact> heard, Locale in, Format format) {
        jdbc.sql("""
                        insert into hyte.consultation_summary (consultation_id, language, format, content)
                        values (:id, :language, :format, :content)""")
                .param("id", consultation.id().value())
                .param("language", in.getLanguage())
                .param("format", format.name())
                .param("content", renderer.render(document.of(consultation, heard, in), format))
                .update();
    }
}
