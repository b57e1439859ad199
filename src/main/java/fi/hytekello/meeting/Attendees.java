package fi.hytekello.meeting;

import fi.hytekello.municipality.EmailAddresses;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.platform.problem.InvalidInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is asked to a meeting: {@code hyte.meeting_attendee}. */
@Repository
class Attendees {

    private final JdbcClient jdbc;

    Attendees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those who are asked now, members first. */
    List<Attendee> of(MeetingId meeting) {
        return jdbc.sql("""
                        select * from hyte.meeting_attendee where meeting_id = :meeting and not removed
                        order by guest, name, id""")
                .param("meeting", meeting.value())
                .query(Attendees::attendee)
                .list();
    }

    /** Those too who have been taken off the list. */
    List<Attendee> all(MeetingId meeting) {
        return jdbc.sql("select * from hyte.meeting_attendee where meeting_id = :meeting")
                .param("meeting", meeting.value())
                .query(Attendees::attendee)
                .list();
    }

    /** Of the tenant; those of other tenants are left out. */
    List<Attendee> find(MunicipalityCode keeper, Collection<Long> ids) {
        return jdbc.sql("""
                        select a.* from hyte.meeting_attendee a join hyte.meeting e on e.id = a.meeting_id
                            join hyte.body b on b.id = e.body_id
                        where b.municipality_code = :keeper and a.id = any (:ids)""")
                .param("keeper", keeper.value())
                .param("ids", ids.toArray(Long[]::new))
                .query(Attendees::attendee)
                .list();
    }

    /** The membership, or the register of whoever named the person, is not changed. */
    void writeTo(long id, String address) {
        try {
            jdbc.sql("update hyte.meeting_attendee set email = :email where id = :id")
                    .param("email", address)
                    .param("id", id)
                    .update();
        } catch (DuplicateKeyException twice) {
            throw new InvalidInput("newAddress", "problem.negotiation.twice");
        }
    }

    /**
     * Brings the list in line with the composition of a day: who has come is asked, who has left is not. People are
     * known by their addresses, so that another role in the body makes nobody another person.
     */
    void follow(MeetingId meeting, LocalDate day) {
        jdbc.sql("""
                        with member as (
                            select distinct on (lower(coalesce(m.email, m.name))) m.name, m.email,
                                coalesce(o.language, 'fi') as language
                            from hyte.membership m
                                join hyte.meeting e on e.body_id = m.body_id and e.id = :meeting
                                left join hyte.organisation o on o.id = m.organisation_id
                            where :day >= m.starts_on and (m.ends_on is null or :day <= m.ends_on)
                            order by lower(coalesce(m.email, m.name)), m.id),
                        gone as (
                            update hyte.meeting_attendee a set removed = not exists (select 1 from member m
                                where lower(coalesce(m.email, m.name)) = lower(coalesce(a.email, a.name)))
                            where a.meeting_id = :meeting and not a.guest)
                        insert into hyte.meeting_attendee (meeting_id, name, email, language, guest)
                        select :meeting, m.name, m.email, m.language, false from member m
                        where not exists (select 1 from hyte.meeting_attendee a
                            where a.meeting_id = :meeting
                                and lower(coalesce(m.email, m.name)) = lower(coalesce(a.email, a.name)))""").param("meeting", meeting.value()).param("day", day).update();
    }

    /** @throws InvalidInput when name or address is missing or malformed, or the address is on the list already */
    void addGuest(MeetingId meeting, @Nullable String name, @Nullable String email, Locale language) {
        Texts.required("guestName", name, 200);
        if (email == null || !EmailAddresses.isOne(email)) {
            throw new InvalidInput("guestEmail", "problem.party.email");
        }
        int added = jdbc.sql("""
                        insert into hyte.meeting_attendee (meeting_id, name, email, language, guest)
                        values (:meeting, :name, :email, :language, true)
                        on conflict (meeting_id, lower(email)) do update set removed = false, name = excluded.name,
                            language = excluded.language
                        where meeting_attendee.guest and meeting_attendee.removed""")
                .param("meeting", meeting.value())
                .param("name", name)
                .param("email", email)
                .param("language", language.getLanguage())
                .update();
        if (added == 0) {
            throw new InvalidInput("guestEmail", "problem.negotiation.twice");
        }
    }

    void removeGuest(MeetingId meeting, long id) {
        jdbc.sql("update hyte.meeting_attendee set removed = true where meeting_id = :meeting and id = :id and guest")
                .param("meeting", meeting.value())
                .param("id", id)
                .update();
    }

    void attended(MeetingId meeting, List<Long> ids) {
        jdbc.sql("""
                        update hyte.meeting_attendee set attended = id = any (:ids)
                        where meeting_id = :meeting and not removed""")
                .param("ids", ids.toArray(Long[]::new))
                .param("meeting", meeting.value())
                .update();
    }

    static Attendee attendee(ResultSet row, int number) throws SQLException {
        return new Attendee(
                row.getLong("id"),
                row.getString("name"),
                row.getString("email"),
                Locale.forLanguageTag(row.getString("language")),
                row.getBoolean("guest"),
                row.getObject("attended", Boolean.class));
    }
}
