package fi.hytekello.absence;

import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Username;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of absences. */
@Repository
class AbsenceTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    AbsenceTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Until the end of the transaction nobody else sets absences of this municipality. */
    void alone(MunicipalityCode municipality) {
        jdbc.sql("select code from hyte.municipality where code = :code for no key update")
                .param("code", municipality.value())
                .query(String.class)
                .single();
    }

    Optional<Absence> find(AbsenceId id) {
        return jdbc.sql("select * from hyte.absence where id = :id")
                .param("id", id.value())
                .query(AbsenceTable::absence)
                .optional();
    }

    /** The latest first. */
    List<Absence> of(Username person) {
        return jdbc.sql("select * from hyte.absence where username = :person order by starts_on desc, id desc")
                .param("person", person.value())
                .query(AbsenceTable::absence)
                .list();
    }

    /** The latest first. */
    List<Absence> of(MunicipalityCode municipality) {
        return jdbc.sql("""
                        select * from hyte.absence where municipality_code = :municipality
                        order by starts_on desc, id desc""")
                .param("municipality", municipality.value())
                .query(AbsenceTable::absence)
                .list();
    }

    /** Where this person stands in on this day or later. */
    List<Absence> ofDeputy(Username deputy, LocalDate from) {
        return jdbc.sql("""
                        select * from hyte.absence where deputy = :deputy and ends_on >= :from and ended_at is null
                        order by starts_on, id""")
                .param("deputy", deputy.value())
                .param("from", from)
                .query(AbsenceTable::absence)
                .list();
    }

    AbsenceId add(AbsenceDraft draft, Username by) {
        return new AbsenceId(jdbc.sql("""
                        insert into hyte.absence (username, municipality_code, starts_on, ends_on, deputy, set_by, set_at)
                        values (:person, :municipality, :from, :until, :deputy, :by, :now) returning id""")
                .param("person", draft.person().value())
                .param("municipality", draft.municipality().value())
                .param("from", draft.startsOn())
                .param("until", draft.endsOn())
                .param("deputy", text(draft.deputy()))
                .param("by", by.value())
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single());
    }

    void change(AbsenceId id, AbsenceDraft draft) {
        jdbc.sql("""
                        update hyte.absence set starts_on = :from, ends_on = :until, deputy = :deputy, version = version + 1
                        where id = :id""")
                .param("from", draft.startsOn())
                .param("until", draft.endsOn())
                .param("deputy", text(draft.deputy()))
                .param("id", id.value())
                .update();
    }

    void end(AbsenceId id) {
        jdbc.sql("update hyte.absence set ended_at = :now, version = version + 1 where id = :id")
                .param("now", OffsetDateTime.now(clock))
                .param("id", id.value())
                .update();
    }

    private static Absence absence(ResultSet row, int number) throws SQLException {
        String deputy = row.getString("deputy");
        return new Absence(
                new AbsenceId(row.getLong("id")),
                new Username(row.getString("username")),
                new MunicipalityCode(row.getString("municipality_code")),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                deputy == null ? null : new Username(deputy),
                new Username(row.getString("set_by")),
                row.getObject("set_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("ended_at", OffsetDateTime.class)),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static @Nullable String text(@Nullable Username username) {
        return username == null ? null : username.value();
    }
}
