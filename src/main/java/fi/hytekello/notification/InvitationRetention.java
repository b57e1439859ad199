package fi.hytekello.notification;

import fi.hytekello.audit.RetentionRule;
import java.time.Period;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** That an invitation has left, and when, is kept; where it went, no longer than the list of those invited. */
@Configuration(proxyBeanMethods = false)
class InvitationRetention {

    private static final Period KEPT = Period.ofMonths(12);

    @Bean
    static RetentionRule invitationAddressRetention() {
        return new RetentionRule("invitationAddress", KEPT, """
                update hyte.notification set address = ''
                where kind = any ('{INVITATION,CANCELLATION,MEETING_DATES,MEETING_INVITATION,MEETING_CANCELLATION}')
                    and created_at < :until and address <> ''
                returning cycle_id, municipality_code""");
    }

    /** The mail that told it; it tells nothing else. */
    @Bean
    static RetentionRule invitationMailRetention() {
        return new RetentionRule("invitationMail", KEPT, """
                update hyte.mail m set address = '' from hyte.notification n
                where n.mail_id = m.id and n.created_at < :until and m.address <> ''
                    and n.kind = any ('{INVITATION,CANCELLATION,MEETING_DATES,MEETING_INVITATION,MEETING_CANCELLATION}')
                returning n.cycle_id, n.municipality_code""");
    }
}
