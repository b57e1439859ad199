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
                        order by guest, deputy, name, id""")
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
     * Brings the list in line with the composition on the day of the meeting, or while it has none on the first day
     * proposed: who has come is asked, who has left is not. As many deputies of an organisation are asked as its people
     * cannot come. People are known by their addresses, so that another role in the body makes nobody another person.
     */
    void follow(MeetingId meeting, LocalDate today) {
        jdbc.sql("""
                        with held as (
                            select e.body_id, coalesce((e.starts_at at time zone 'Europe/Helsinki')::date,
                                greatest(:today, (select min(d.starts_at at time zone 'Europe/Helsinki')::date
                                    from hyte.meeting_date d where d.meeting_id = e.id))) as day
                            from hyte.meeting e where e.id = :meeting),
                        present as (
                            select m.id, m.name, m.email, m.organisation_id, m.role = 'DEPUTY' as deputy,
                                coalesce(o.language, 'fi') as language, lower(coalesce(m.email, m.name)) as person
                            from hyte.membership m
                                join held h on h.body_id = m.body_id
                                left join hyte.organisation o on o.id = m.organisation_id
                            where h.day >= m.starts_on and (m.ends_on is null or h.day <= m.ends_on)),
                        member as (
                            select distinct on (person) * from present where not deputy order by person, id),
                        hindered as (
                            select p.organisation_id, count(distinct p.person) as people from present p
                                join hyte.meeting_attendee a on a.meeting_id = :meeting and a.hindered and not a.guest
                                    and lower(coalesce(a.email, a.name)) = p.person
                            group by p.organisation_id having bool_or(not p.deputy)),
                        deputy as (
                            select d.*, row_number() over (partition by d.organisation_id order by d.id) as turn
                            from present d
                            where d.deputy and not exists (select 1 from member m where m.person = d.person)),
                        asked as (
                            select name, email, language, deputy, person from member
                            union all
                            select d.name, d.email, d.language, d.deputy, d.person from deputy d
                                join hindered h on h.organisation_id = d.organisation_id and d.turn <= h.people),
                        known as (
                            update hyte.meeting_attendee a
                            set removed = not exists (select 1 from asked k
                                    where k.person = lower(coalesce(a.email, a.name))),
                                deputy = exists (select 1 from asked k
                                    where k.person = lower(coalesce(a.email, a.name)) and k.deputy)
                            where a.meeting_id = :meeting and not a.guest)
                        insert into hyte.meeting_attendee (meeting_id, name, email, language, guest, deputy)
                        select distinct on (k.person) :meeting, k.name, k.email, k.language, false, k.deputy from asked k
                        where not exists (select 1 from hyte.meeting_attendee a
                            where a.meeting_id = :meeting and lower(coalesce(a.email, a.name)) = k.person)""").param("meeting", meeting.value()).param("today", today).update();
    }

    /** Whether somebody cannot come. */
    void hinder(MeetingId meeting, long id, boolean hindered) {
        jdbc.sql("update hyte.meeting_attendee set hindered = :hindered where meeting_id = :meeting and id = :id")
                .param("hindered", hindered)
                .param("meeting", meeting.value())
                .param("id", id)
                .update();
    }

    /** What was said of one time says nothing of another. */
    void hinderNobody(MeetingId meeting) {
        jdbc.sql("update hyte.meeting_attendee set hindered = false where meeting_id = :meeting")
                .param("meeting", meeting.value())
                .update();
    }

    /** Those who have said of the time that was chosen that it does not suit; where nobody was asked, none. */
    void hinderByDates(MeetingId meeting) {
        jdbc.sql("""
                        update hyte.meeting_attendee a set hindered = exists (
                            select 1 from hyte.meeting_date_answer w
                                join hyte.meeting_date d on d.id = w.date_id
                                join hyte.meeting e on e.id = d.meeting_id and e.starts_at = d.starts_at
                            where w.attendee_id = a.id and w.suits = 'NO')
                        where a.meeting_id = :meeting""").param("meeting", meeting.value()).update();
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
                row.getBoolean("deputy"),
                row.getBoolean("hindered"),
                row.getObject("attended", Boolean.class));
    }
}
