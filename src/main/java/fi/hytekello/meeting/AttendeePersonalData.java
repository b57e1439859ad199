package fi.hytekello.meeting;

import fi.hytekello.audit.PersonalDataRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is held of those who are asked to meetings. */
@Configuration(proxyBeanMethods = false)
class AttendeePersonalData {

    @Bean
    static PersonalDataRule meetingPersonalDataRule() {
        return new PersonalDataRule("meetings", """
                select b.name_fi as body, (e.starts_at at time zone 'Europe/Helsinki')::date as meeting_on, a.name, a.email,
                    'personalData.yes.' || a.guest as guest_key, 'personalData.yes.' || a.attended as attended_key,
                    'personalData.yes.' || a.deputy as deputy_key, 'personalData.yes.' || a.hindered as hindered_key,
                    (select string_agg((d.starts_at at time zone 'Europe/Helsinki')::date || ' ' || s.suits, ', '
                            order by d.starts_at)
                        from hyte.meeting_date_answer s join hyte.meeting_date d on d.id = s.date_id
                        where s.attendee_id = a.id) as dates_answered,
                    'personalData.by.' || case when lower(a.email) = :email then 'address' else 'name' end as found_key
                from hyte.meeting_attendee a join hyte.meeting e on e.id = a.meeting_id join hyte.body b on b.id = e.body_id
                where b.municipality_code = :tenant and (lower(a.email) = :email or lower(a.name) = :name)
                order by e.id, a.id""");
    }
}
