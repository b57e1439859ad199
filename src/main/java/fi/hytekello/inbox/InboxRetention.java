package fi.hytekello.inbox;

import fi.hytekello.audit.RetentionRule;
import java.time.Period;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A year after a mail was dealt with, its content is deleted: what it answered stands in the matter by then. That it
 * came, and when, is kept.
 */
@Configuration(proxyBeanMethods = false)
class InboxRetention {

    private static final Period KEPT = Period.ofMonths(12);

    @Bean
    static RetentionRule inboxAttachmentRetention() {
        return new RetentionRule("inboxAttachment", KEPT, """
                delete from hyte.inbox_attachment a using hyte.inbox_mail m where m.id = a.mail_id and m.settled_at < :until
                returning null::bigint as cycle_id, m.municipality_code, coalesce(m.reference, 'inboxmail:' || m.id) as matter""");
    }

    @Bean
    static RetentionRule inboxMailRetention() {
        return new RetentionRule("inboxMail", KEPT, """
                update hyte.inbox_mail set sender = '', subject = '', body = '', reason = left(reason, 0), emptied_at = :now
                where settled_at < :until and emptied_at is null
                returning null::bigint as cycle_id, municipality_code, coalesce(reference, 'inboxmail:' || id) as matter""");
    }
}
