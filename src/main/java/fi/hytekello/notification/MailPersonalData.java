package fi.hytekello.notification;

import fi.hytekello.audit.PersonalDataRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What has been written to somebody. */
@Configuration(proxyBeanMethods = false)
class MailPersonalData {

    @Bean
    static PersonalDataRule mailPersonalDataRule() {
        return new PersonalDataRule("mails", """
                select 'mailKind.' || n.kind as kind_key, n.address as email, n.created_at, n.sent_at
                from hyte.notification n
                where n.municipality_code = :tenant and n.address <> '' and lower(n.address) = :email
                order by n.created_at, n.id""");
    }
}
