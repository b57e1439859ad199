package fi.hytekello.notification;

import fi.hytekello.audit.RetentionRule;
import java.time.Period;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** That an invitation has left, and when, is kept; where it went, no longer than the list of those invited. */
@Configuration(proxyBeanMethods = false)
class InvitationRetention {

    @Bean
    static RetentionRule invitationAddressRetention() {
        return new RetentionRule("invitationAddress", Period.ofMonths(12), """
                with old as (
                    update hyte.notification set address = ''
                    where kind in ('INVITATION', 'CANCELLATION') and created_at < :until and address <> ''
                    returning cycle_id, mail_id),
                mails as (update hyte.mail set address = '' where id in (select mail_id from old))
                select cycle_id from old""");
    }
}
