package fi.hytekello.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import fi.hytekello.municipality.MailSender;
import fi.hytekello.municipality.MunicipalitySettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads mails with all that they tell. */
@Repository
class Letters {

    private final JdbcClient jdbc;
    private final LetterRows rows;

    Letters(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.rows = new LetterRows(json);
    }

    private record Row(UUID mail, Instant createdAt, Instant asOf, MailSender sender, Letter letter) {}

    /**
     * The longest waiting first.
     *
     * @param heldBefore since when the server might have some of them
     */
    List<Mail> of(Collection<UUID> mails, Map<UUID, @Nullable Instant> heldBefore) {
        Map<UUID, List<Row>> byMail = new LinkedHashMap<>();
        rows(mails)
                .forEach(row -> byMail.computeIfAbsent(row.mail(), id -> new ArrayList<>())
                        .add(row));
        return byMail.values().stream()
                .map(all -> new Mail(
                        all.get(0).mail(),
                        all.get(0).createdAt(),
                        all.get(0).asOf(),
                        heldBefore.get(all.get(0).mail()),
                        all.get(0).sender(),
                        all.stream().map(Row::letter).toList()))
                .toList();
    }

    private List<Row> rows(Collection<UUID> mails) {
        return jdbc.sql("""
                        select b.id as mail, b.created_at as put_together, b.offered_at, b.attempts,
                            n.*, p.title_fi, p.title_sv, m.name_fi, m.name_sv, m.city, m.sender_name_fi, m.sender_name_sv,
                            m.sender_address, m.reply_to, m.signature_fi, m.signature_sv, c.year,
                            dep.name_fi as department_fi, dep.name_sv as department_sv,
                            sp.name_fi as party_fi, sp.name_sv as party_sv,
                            absent.title_fi as absent_fi, absent.title_sv as absent_sv,
                            d.subject, d.decided_by, d.outcome, d.comment, d.decided_on, d.section, d.diary_number, d.link,
                            d.next_meeting_on
                        from hyte.mail b
                        join hyte.notification n on n.mail_id = b.id
                        join hyte.municipality m on m.code = n.municipality_code
                        left join hyte.cycle c on c.id = n.cycle_id
                        left join hyte.person p on p.username = n.recipient
                        left join hyte.decision d on d.id = (n.payload ->> 'decision')::bigint and d.cycle_id = n.cycle_id
                        left join hyte.statement st on st.task_id = n.task_id
                        left join hyte.statement_party sp on sp.id = st.party_id
                        left join hyte.absence away on away.id = (n.payload ->> 'absence')::bigint
                        left join hyte.person absent on absent.username = away.username
                        left join hyte.department dep
                            on dep.municipality_code = n.municipality_code and dep.code = n.payload ->> 'department'
                        where b.id = any(:mails)
                        order by b.created_at, b.id, n.send_after, n.created_at, n.id""")
                .param("mails", mails.toArray(UUID[]::new))
                .query((row, n) -> new Row(
                        row.getObject("mail", UUID.class),
                        instant(row, "put_together"),
                        instant(row, "offered_at"),
                        MunicipalitySettings.sender(row),
                        rows.mapRow(row, n)))
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class), column)
                .toInstant();
    }
}
