package fi.hytekello.nomination;

import fi.hytekello.audit.PersonalDataRule;
import fi.hytekello.audit.RetentionRule;
import java.time.Period;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Half a year after a round has ended, where to reach those who were not appointed is deleted, and their gender, which
 * only the quota needed (domain chapter 1.5: 6–12 months); of those who came or went within the term, half a year after
 * that. That they were named stays.
 */
@Configuration(proxyBeanMethods = false)
class NomineePrivacy {

    private static final Period KEPT = Period.ofMonths(6);

    @Bean
    static RetentionRule nomineeContactRetention() {
        return new RetentionRule("nomineeContact", KEPT, """
                update hyte.nominee n set email = null, phone = '', gender = 'NOT_STATED', emptied_at = :now,
                    version = n.version + 1
                from hyte.nomination_request q, hyte.nomination_round r
                where q.id = n.request_id and r.id = q.round_id and r.state in ('COMPOSED', 'CANCELLED')
                    and greatest(r.closed_at, n.given_at, n.ended_at) < :until and n.emptied_at is null
                    and n.state <> 'REPLACEMENT' and not (n.appointed and n.state = 'CURRENT')
                returning null::bigint as cycle_id, r.municipality_code, 'nomination:' || r.id as matter""");
    }

    @Bean
    static PersonalDataRule nomineePersonalDataRule() {
        return new PersonalDataRule("nominations", """
                select b.name_fi as body, o.name_fi as organisation,
                    'memberRole.' || case when n.deputy then 'DEPUTY' else 'MEMBER' end as role_key,
                    'nominee.nomineeState.' || n.state as state_key, 'personalData.yes.' || n.appointed as appointed_key,
                    n.name, n.title as title_of_post, n.email, n.phone, 'expertise.' || n.expertise as expertise_key,
                    'gender.' || n.gender as gender_key, 'nominee.via.' || n.via as via_key, n.given_at,
                    'personalData.by.' || case when lower(n.email) = :email then 'address' else 'name' end as found_key
                from hyte.nominee n join hyte.nomination_request q on q.id = n.request_id
                    join hyte.organisation o on o.id = q.organisation_id
                    join hyte.nomination_round r on r.id = q.round_id join hyte.body b on b.id = r.body_id
                where r.municipality_code = :tenant and (lower(n.email) = :email or lower(n.name) = :name)
                order by n.given_at, n.id""");
    }
}
