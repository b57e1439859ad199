package fi.hytekello.negotiation;

import fi.hytekello.cycle.CycleId;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The meetings of many years at once. */
@Repository
public class Meetings {

    private final JdbcClient jdbc;

    Meetings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these cycles that are arranged or have been held. */
    public List<Meeting> of(Collection<CycleId> cycles) {
        return jdbc.sql("""
                        select n.cycle_id, n.starts_at, n.ends_at, n.place, n.remote_link,
                            array(select lower(p.email) from hyte.negotiation_participant p
                                where p.cycle_id = n.cycle_id and not p.removed) as emails
                        from hyte.negotiation n
                        where n.cycle_id = any (:cycles) and n.state in ('ARRANGED', 'HELD') order by n.cycle_id""")
                .param("cycles", cycles.stream().map(CycleId::value).toArray(Long[]::new))
                .query((row, n) -> new Meeting(
                        new CycleId(row.getLong("cycle_id")),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                        row.getString("place"),
                        row.getString("remote_link"),
                        Set.of((String[]) row.getArray("emails").getArray())))
                .list();
    }
}
