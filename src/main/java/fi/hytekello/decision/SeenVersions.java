package fi.hytekello.decision;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.Username;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Remembers which versions of a document each person has read or decided on. */
@Repository
public class SeenVersions {

    private final JdbcClient jdbc;
    private final Clock clock;

    SeenVersions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The person has this version before the eyes. */
    @Transactional
    public void seen(Username person, CycleId cycle, Subject subject, int number) {
        jdbc.sql("""
                        insert into hyte.document_seen (username, cycle_id, subject, number, seen_at)
                        values (:person, :cycle, :subject, :number, :now) on conflict do nothing""")
                .param("person", person.value())
                .param("cycle", cycle.value())
                .param("subject", subject.name())
                .param("number", number)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** The newest version before this one that the person has read or decided on. */
    public Optional<Integer> newestBefore(Username person, CycleId cycle, Subject subject, int number) {
        return jdbc.sql("""
                        select max(number) from (
                            select number from hyte.document_seen
                            where username = :person and cycle_id = :cycle and subject = :subject
                            union all
                            select version_number from hyte.decision
                            where recorded_by = :person and cycle_id = :cycle and subject = :subject) known
                        where number < :number having max(number) is not null""")
                .param("person", person.value())
                .param("cycle", cycle.value())
                .param("subject", subject.name())
                .param("number", number)
                .query(Integer.class)
                .optional();
    }
}
