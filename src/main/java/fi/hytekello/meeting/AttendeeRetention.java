package fi.hytekello.meeting;

import fi.hytekello.audit.RetentionRule;
import java.time.Period;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where invitations went is forgotten a year after the meeting; who was there stays in its record. */
@Configuration(proxyBeanMethods = false)
class AttendeeRetention {

    @Bean
    static RetentionRule meetingAddressRetention() {
        return new RetentionRule("meetingAddress", Period.ofMonths(12), """
                update hyte.meeting_attendee a set email = null from hyte.meeting m, hyte.body b
                where m.id = a.meeting_id and b.id = m.body_id and m.state in ('HELD', 'NOT_HELD')
                    and m.starts_at < :until and a.email is not null
                returning null::bigint as cycle_id, b.municipality_code""");
    }
}
