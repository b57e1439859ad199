package fi.hytekello.inbox;

import fi.hytekello.audit.PersonalDataRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What somebody has written to a mailbox. */
@Configuration(proxyBeanMethods = false)
class InboxPersonalData {

    @Bean
    static PersonalDataRule inboxPersonalDataRule() {
        return new PersonalDataRule("inbox", """
                select m.received_at, m.sender as email, m.subject, m.body as content from hyte.inbox_mail m
                where m.municipality_code = :tenant and m.sender <> '' and lower(m.sender) = :email
                order by m.received_at, m.id""");
    }
}
