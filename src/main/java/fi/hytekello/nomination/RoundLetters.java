package fi.hytekello.nomination;

import fi.hytekello.calendar.Finland;
import fi.hytekello.document.DocumentRenderer;
import fi.hytekello.document.Format;
import fi.hytekello.municipality.Languages;
import fi.hytekello.platform.problem.NotFound;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The letter of a round as PDF/UA (R3-14): as it would go today until it is approved, then as it went. */
@Service
public class RoundLetters {

    private static final List<Locale> LANGUAGES = List.of(Languages.FINNISH, Languages.SWEDISH);

    private final NominationRoundTable rounds;
    private final LetterDocument document;
    private final DocumentRenderer renderer;
    private final JdbcClient jdbc;
    private final Clock clock;

    RoundLetters(
            NominationRoundTable rounds,
            LetterDocument document,
            DocumentRenderer renderer,
            JdbcClient jdbc,
            Clock clock) {
        this.rounds = rounds;
        this.document = document;
        this.renderer = renderer;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The letter in Finnish or Swedish.
     *
     * @throws NotFound when there is no such round
     */
    public byte[] pdf(RoundId round, Locale locale) {
        return jdbc.sql("select content from hyte.nomination_letter where round_id = :round and language = :language")
                .param("round", round.value())
                .param("language", language(locale).getLanguage())
                .query(byte[].class)
                .optional()
                .orElseGet(() -> render(round, language(locale), true));
    }

    /** Keeps the letter in both languages as it goes; a second time changes nothing. */
    void freeze(RoundId round) {
        for (Locale locale : LANGUAGES) {
            byte[] content = render(round, locale, false);
            jdbc.sql("""
                            insert into hyte.nomination_letter (round_id, language, content, sha256)
                            values (:round, :language, :content, :hash) on conflict do nothing""")
                    .param("round", round.value())
                    .param("language", locale.getLanguage())
                    .param("content", content)
                    .param("hash", sha256(content))
                    .update();
        }
    }

    private byte[] render(RoundId id, Locale locale, boolean draft) {
        Round round = rounds.find(id).orElseThrow(() -> new NotFound("problem.nomination.unknown"));
        LocalDate today = LocalDate.now(clock.withZone(Finland.ZONE));
        return renderer.render(document.of(round, locale, today, draft), Format.PDF);
    }

    private static Locale language(Locale locale) {
        return Languages.isSwedish(locale) ? Languages.SWEDISH : Languages.FINNISH;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
