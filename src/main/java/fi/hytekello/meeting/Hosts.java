package fi.hytekello.meeting;

import fi.hytekello.body.BodyId;
import fi.hytekello.body.OrganisationId;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose turn it is to receive the others: the member organisations, round and round. */
@Repository
public class Hosts {

    private final JdbcClient jdbc;

    Hosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The organisations of the members on a day in the order of their turns: first those that never were the host, by
     * name, then those for whom it is longest ago.
     *
     * @param except a meeting that does not count, as its host is being chosen
     */
    public List<OrganisationId> turns(BodyId body, LocalDate day, MeetingId except) {
        return jdbc.sql("""
                        select o.id from hyte.organisation o
                            left join (select e.host_id, max(e.starts_at) as last from hyte.meeting e
                                where e.body_id = :body and e.id <> :except and e.state in ('ARRANGED', 'HELD')
                                group by e.host_id) h on h.host_id = o.id
                        where o.valid_from <= :day and (o.valid_until is null or :day <= o.valid_until)
                            and exists (select from hyte.membership m
                                where m.body_id = :body and m.organisation_id = o.id
                                    and m.role in ('CHAIR', 'VICE_CHAIR', 'MEMBER')
                                    and :day >= m.starts_on and (m.ends_on is null or :day <= m.ends_on))
                        order by h.last nulls first, o.name_fi, o.id""")
                .param("body", body.value())
                .param("except", except.value())
                .param("day", day)
                .query((row, n) -> new OrganisationId(row.getLong("id")))
                .list();
    }
}
