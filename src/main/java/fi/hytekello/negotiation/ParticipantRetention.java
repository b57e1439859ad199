package fi.hytekello.negotiation;

import fi.hytekello.audit.RetentionRule;
import java.time.Period;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The addresses of those invited are deleted a year after the negotiation was recorded: by then the next year's list has
 * been made of them. Who took part stays in the record, without an address.
 */
@Configuration(proxyBeanMethods = false)
class ParticipantRetention {

    @Bean
    static RetentionRule negotiationAddressRetention() {
        return new RetentionRule("negotiationAddress", Period.ofMonths(12), """
                update hyte.negotiation_participant p set email = null from hyte.negotiation n
                where n.cycle_id = p.cycle_id and n.state in ('HELD', 'NOT_HELD') and n.changed_at < :until
                    and p.email is not null
                returning p.cycle_id""");
    }
}
