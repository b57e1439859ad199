package fi.hytekello.nomination;

import fi.hytekello.body.Composition;
import fi.hytekello.calendar.Finland;
import fi.hytekello.document.DocumentRenderer;
import fi.hytekello.document.Format;
import fi.hytekello.municipality.Languages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The statement on the quota of a round as PDF/UA: a draft of those named now, and from the confirmation on as it was
 * then. It is for the keeper of the body: of few people even a count tells much.
 */
@Service
public class QuotaStatements {

    private static final List<Locale> LANGUAGES = List.of(Languages.FINNISH, Languages.SWEDISH);

    private final QuotaDocument document;
    private final DocumentRenderer renderer;
    private final JdbcClient jdbc;
    private final Clock clock;

    QuotaStatements(QuotaDocument document, DocumentRenderer renderer, JdbcClient jdbc, Clock clock) {
        this.document = document;
        this.renderer = renderer;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** As it was confirmed; none before, and none of rounds composed before there were statements. */
    public Optional<byte[]> confirmed(RoundId round, Locale locale) {
        return jdbc.sql("""
                        select content from hyte.nomination_quota_statement
                        where round_id = :round and language = :language""")
                .param("round", round.value())
                .param("language", language(locale).getLanguage())
                .query(byte[].class)
                .optional();
    }

    /** Were those named appointed today. */
    public byte[] draft(Round round, Composition composition, Locale locale) {
        return render(round, composition, null, language(locale));
    }

    /** Keeps it in both languages; a second time changes nothing. */
    void freeze(Round round, Composition composition, Appointment appointment) {
        for (Locale locale : LANGUAGES) {
            jdbc.sql("""
                            insert into hyte.nomination_quota_statement (round_id, language, content)
                            values (:round, :language, :content) on conflict do nothing""")
                    .param("round", round.id().value())
                    .param("language", locale.getLanguage())
                    .param("content", render(round, composition, appointment, locale))
                    .update();
        }
    }

    private byte[] render(Round round, Composition composition, @Nullable Appointment appointment, Locale locale) {
        LocalDate today = LocalDate.now(clock.withZone(Finland.ZONE));
        return renderer.render(document.of(round, composition, appointment, today, locale), Format.PDF);
    }

    private static Locale language(Locale locale) {
        return Languages.isSwedish(locale) ? Languages.SWEDISH : Languages.FINNISH;
    }
}
