package fi.hytekello.document;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.Username;
import fi.hytekello.notification.Attachment;
import jakarta.mail.util.ByteArrayDataSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the deliveries to the counties. */
@Repository
class DeliveryTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    DeliveryTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(
            UUID id,
            CycleId cycle,
            DocumentKind kind,
            String county,
            UUID notification,
            List<PublishedDocument> documents,
            Username by) {
        jdbc.sql("""
                        insert into hyte.county_delivery
                            (id, cycle_id, kind, county_code, notification_id, requested_at, requested_by)
                        values (:id, :cycle, :kind, :county, :notification, :now, :by)""")
                .param("id", id)
                .param("cycle", cycle.value())
                .param("kind", kind.name())
                .param("county", county)
                .param("notification", notification)
                .param("now", OffsetDateTime.now(clock))
                .param("by", by.value())
                .update();
        jdbc.sql("""
                        insert into hyte.county_delivery_document (delivery_id, document_id)
                        select :delivery, unnest(:documents::uuid[])""")
                .param("delivery", id)
                .param(
                        "documents",
                        documents.stream().map(PublishedDocument::id).toArray(UUID[]::new))
                .update();
    }

    /** The oldest first. */
    List<CountyDelivery> of(CycleId cycle) {
        Map<UUID, List<PublishedDocument>> documents = documents(cycle);
        return jdbc.sql("""
                        select e.id, e.kind, k.name_fi, k.name_sv, n.address, e.requested_at, n.sent_at, m.message_id,
                            m.gave_up_at
                        from hyte.county_delivery e
                        join hyte.county k on k.code = e.county_code
                        join hyte.notification n on n.id = e.notification_id
                        left join hyte.mail m on m.id = n.mail_id
                        where e.cycle_id = :cycle order by e.requested_at, e.id""")
                .param("cycle", cycle.value())
                .query((row, n) -> new CountyDelivery(
                        row.getObject("id", UUID.class),
                        DocumentKind.valueOf(row.getString("kind")),
                        row.getString("name_fi"),
                        row.getString("name_sv"),
                        row.getString("address"),
                        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                        instant(row, "sent_at"),
                        row.getString("message_id"),
                        instant(row, "gave_up_at"),
                        documents.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    private Map<UUID, List<PublishedDocument>> documents(CycleId cycle) {
        Map<UUID, List<PublishedDocument>> documents = new HashMap<>();
        jdbc.sql("""
                        select x.delivery_id, d.id, c.municipality_code, c.year, d.kind, d.version, d.language, d.format,
                            d.title, d.bytes, d.sha256, d.published_at
                        from hyte.county_delivery e
                        join hyte.county_delivery_document x on x.delivery_id = e.id
                        join hyte.published_document d on d.id = x.document_id
                        join hyte.cycle c on c.id = d.cycle_id
                        where e.cycle_id = :cycle order by d.kind desc, d.version""").param("cycle", cycle.value()).query(row -> {
            documents
                    .computeIfAbsent(row.getObject("delivery_id", UUID.class), id -> new ArrayList<>())
                    .add(PublishedDocuments.document(row, 0));
        });
        return documents;
    }

    /** What the delivery is about first, its appendix after it: by chance the order of their names, backwards. */
    List<Attachment> attachments(UUID notification) {
        return jdbc.sql("""
                        select c.municipality_code, c.year, d.id, d.kind, d.version, d.language, d.format, d.title, d.bytes,
                            d.sha256, d.published_at, d.media_type, d.content
                        from hyte.county_delivery e
                        join hyte.county_delivery_document x on x.delivery_id = e.id
                        join hyte.published_document d on d.id = x.document_id
                        join hyte.cycle c on c.id = d.cycle_id
                        where e.notification_id = :notification order by d.kind desc, d.version""")
                .param("notification", notification)
                .query((row, n) -> {
                    PublishedDocument document = PublishedDocuments.document(row, n);
                    return new Attachment(
                            document.fileName(),
                            document.title(),
                            document.sha256(),
                            new ByteArrayDataSource(row.getBytes("content"), row.getString("media_type")));
                })
                .list();
    }

    /** What the delivery in this mail is about. */
    Optional<DocumentKind> occasion(UUID notification) {
        return jdbc.sql("select kind from hyte.county_delivery where notification_id = :notification")
                .param("notification", notification)
                .query((row, n) -> DocumentKind.valueOf(row.getString("kind")))
                .optional();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
