package fi.hytekello.document;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.NotFound;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The frozen documents. The database itself refuses to change or remove one. */
@Repository
public class PublishedDocuments {

    private static final String SELECT = """
            select d.id, c.municipality_code, c.year, d.kind, d.version, d.language, d.format, d.title, d.bytes, d.sha256,
                d.published_at
            from hyte.published_document d join hyte.cycle c on c.id = d.cycle_id
            """;
    private static final String ORDER = """
            order by c.year desc, d.published_at, array_position(
                array['WELFARE_REPORT', 'WELFARE_PLAN', 'BUDGET_ANNEX', 'STATEMENT_APPENDIX'], d.kind), d.version,
                d.language, array_position(array['HTML', 'PDF', 'DOCX'], d.format)""";

    private final JdbcClient jdbc;
    private final Clock clock;

    PublishedDocuments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Newest year first. */
    public List<PublishedDocument> of(MunicipalityCode municipality) {
        return jdbc.sql(SELECT + " where c.municipality_code = :municipality" + "\n" + ORDER)
                .param("municipality", municipality.value())
                .query(PublishedDocuments::document)
                .list();
    }

    /** In the order of their publication. */
    public List<PublishedDocument> of(CycleId cycle) {
        return jdbc.sql(SELECT + " where d.cycle_id = :cycle" + "\n" + ORDER)
                .param("cycle", cycle.value())
                .query(PublishedDocuments::document)
                .list();
    }

    /** @throws NotFound when nothing of that name was published */
    public PublishedDocument find(MunicipalityCode municipality, int year, String fileName) {
        return of(municipality).stream()
                .filter(document ->
                        document.year() == year && document.fileName().equals(fileName))
                .findFirst()
                .orElseThrow(() -> new NotFound("problem.document.unknown"));
    }

    public byte[] content(UUID id) {
        return jdbc.sql("select content from hyte.published_document where id = :id")
                .param("id", id)
                .query((row, n) -> row.getBytes("content"))
                .single();
    }

    /** False when this version was published before: that one stays. */
    boolean freeze(
            CycleId cycle,
            DocumentKind kind,
            int version,
            Document document,
            Format format,
            byte[] content,
            Username by) {
        return jdbc.sql("""
                                insert into hyte.published_document (cycle_id, kind, version, language, format, title, media_type,
                                    content, bytes, sha256, published_at, published_by)
                                values (:cycle, :kind, :version, :language, :format, :title, :media, :content, :bytes, :hash, :now, :by)
                                on conflict (cycle_id, kind, version, language, format) do nothing""")
                        .param("cycle", cycle.value())
                        .param("kind", kind.name())
                        .param("version", version)
                        .param("language", document.language().getLanguage())
                        .param("format", format.name())
                        .param("title", document.title())
                        .param("media", format.mediaType())
                        .param("content", content)
                        .param("bytes", content.length)
                        .param("hash", sha256(content))
                        .param("now", OffsetDateTime.now(clock))
                        .param("by", by.value())
                        .update()
                == 1;
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static PublishedDocument document(ResultSet row, int number) throws SQLException {
        return new PublishedDocument(
                row.getObject("id", UUID.class),
                new MunicipalityCode(row.getString("municipality_code")),
                row.getInt("year"),
                DocumentKind.valueOf(row.getString("kind")),
                row.getInt("version"),
                Locale.forLanguageTag(row.getString("language")),
                Format.valueOf(row.getString("format")),
                row.getString("title"),
                row.getInt("bytes"),
                row.getString("sha256"),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }
}
