package fi.hytekello.body;

import fi.hytekello.audit.PersonalDataRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is held of members and of those invited. */
@Configuration(proxyBeanMethods = false)
class MemberPersonalData {

    @Bean
    static PersonalDataRule membershipPersonalDataRule() {
        return new PersonalDataRule("memberships", """
                select b.name_fi as body, 'memberRole.' || m.role as role_key, o.name_fi as organisation, m.name, m.title as title_of_post,
                    m.email, m.phone, 'expertise.' || m.expertise as expertise_key, 'gender.' || m.gender as gender_key,
                    m.starts_on, m.ends_on, m.affiliation_from, m.affiliation_until,
                    'invitedAs.' || m.invited_as as invited_as_key, m.invited_on,
                    'personalData.by.' || case when lower(m.email) = :email then 'address' else 'name' end as found_key
                from hyte.membership m join hyte.body b on b.id = m.body_id
                    left join hyte.organisation o on o.id = m.organisation_id
                where b.municipality_code = :tenant and (lower(m.email) = :email or lower(m.name) = :name)
                order by m.starts_on, m.id""");
    }
}
