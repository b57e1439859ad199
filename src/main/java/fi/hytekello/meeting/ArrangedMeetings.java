package fi.hytekello.meeting;

import fi.hytekello.body.BodyId;
import fi.hytekello.municipality.MunicipalityCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The meetings of tenants' bodies whose invitations have left, for calendars. */
@Repository
public class ArrangedMeetings {

    private final JdbcClient jdbc;

    ArrangedMeetings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A meeting as a calendar shows it.
     *
     * @param place null for a remote meeting
     * @param asked addresses of those who are asked, in small letters
     */
    public record Arranged(
            MeetingId id,
            BodyId body,
            MunicipalityCode keeper,
            String nameFi,
            String nameSv,
            Instant startsAt,
            Instant endsAt,
            @Nullable String place,
            @Nullable String remoteLink,
            Set<String> asked) {

        public Arranged {
            asked = Set.copyOf(asked);
        }
    }

    /** Held ones too; by their beginning. */
    public List<Arranged> of(Collection<MunicipalityCode> keepers, Instant endingAfter) {
        return jdbc.sql("""
                        select m.*, b.municipality_code, b.name_fi, b.name_sv,
                            array(select lower(a.email) from hyte.meeting_attendee a
                                where a.meeting_id = m.id and not a.removed and a.email is not null) as asked
                        from hyte.meeting m join hyte.body b on b.id = m.body_id
                        where b.municipality_code = any (:keepers) and m.state in ('ARRANGED', 'HELD')
                            and m.ends_at > :after
                        order by m.starts_at, m.id""")
                .param("keepers", keepers.stream().map(MunicipalityCode::value).toArray(String[]::new))
                .param("after", endingAfter.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Arranged(
                        new MeetingId(row.getLong("id")),
                        new BodyId(row.getLong("body_id")),
                        new MunicipalityCode(row.getString("municipality_code")),
                        row.getString("name_fi"),
                        row.getString("name_sv"),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                        row.getString("place"),
                        row.getString("remote_link"),
                        Set.of((String[]) row.getArray("asked").getArray())))
                .list();
    }
}
