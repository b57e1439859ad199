package fi.hytekello.nomination;

import fi.hytekello.calendar.Finland;
import fi.hytekello.document.DocumentRenderer;
import fi.hytekello.document.Format;
import fi.hytekello.municipality.Languages;
import fi.hytekello.notification.Attachment;
import fi.hytekello.platform.problem.NotFound;
import jakarta.mail.util.ByteArrayDataSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        return approved(round, language(locale)).orElseGet(() -> render(round, language(locale), true));
    }

    /** The letter as it went, for a mail in these languages; none before it is approved. */
    List<Attachment> attachments(Request.Round round, List<Locale> languages) {
        return languages.stream()
                .flatMap(in -> approved(round.id(), in)
                        .map(content -> new Attachment(
                                "nimeamispyynto-" + in.getLanguage() + ".pdf",
                                document.title(round.body(in), in),
                                HexFormat.of().formatHex(sha256(content)),
                                new ByteArrayDataSource(content, "application/pdf")))
                        .stream())
                .toList();
    }

    private Optional<byte[]> approved(RoundId round, Locale language) {
        return jdbc.sql("select content from hyte.nomination_letter where round_id = :round and language = :language")
                .param("round", round.value())
                .param("language", language.getLanguage())
                .query(byte[].class)
                .optional();
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
