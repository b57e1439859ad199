package fi.hytekello.notification;

import fi.hytekello.audit.RetentionRule;
import java.time.Period;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * That somebody outside was written to, and when, is kept; where it went, no longer than the feature itself keeps it:
 * those invited a year, nominees half a year.
 */
@Configuration(proxyBeanMethods = false)
class InvitationRetention {

    private static final Period INVITED = Period.ofMonths(12);
    private static final Period NAMED = Period.ofMonths(6);

    private static final List<NotificationKind> INVITATIONS = List.of(
            NotificationKind.INVITATION,
            NotificationKind.CANCELLATION,
            NotificationKind.MEETING_DATES,
            NotificationKind.MEETING_INVITATION,
            NotificationKind.MEETING_CANCELLATION,
            NotificationKind.MEETING_MEMO);

    private static final List<NotificationKind> TO_NOMINEES = List.of(
            NotificationKind.NOMINATION_PRIVACY,
            NotificationKind.NOMINATION_APPOINTED,
            NotificationKind.NOMINATION_NOT_APPOINTED,
            NotificationKind.NOMINATION_REPLACED);

    @Bean
    static RetentionRule invitationAddressRetention() {
        return addresses("invitationAddress", INVITED, INVITATIONS);
    }

    @Bean
    static RetentionRule invitationMailRetention() {
        return mails("invitationMail", INVITED, INVITATIONS);
    }

    @Bean
    static RetentionRule nomineeAddressRetention() {
        return addresses("nomineeAddress", NAMED, TO_NOMINEES);
    }

    @Bean
    static RetentionRule nomineeMailRetention() {
        return mails("nomineeMail", NAMED, TO_NOMINEES);
    }

    private static RetentionRule addresses(String what, Period kept, List<NotificationKind> kinds) {
        return new RetentionRule(what, kept, """
                update hyte.notification set address = ''
                where kind = any ('{%s}') and created_at < :until and address <> ''
                returning cycle_id, municipality_code""".formatted(named(kinds)));
    }

    /** The mail that told it; it tells nothing else. */
    private static RetentionRule mails(String what, Period kept, List<NotificationKind> kinds) {
        return new RetentionRule(what, kept, """
                update hyte.mail m set address = '' from hyte.notification n
                where n.mail_id = m.id and n.created_at < :until and m.address <> '' and n.kind = any ('{%s}')
                returning n.cycle_id, n.municipality_code""".formatted(named(kinds)));
    }

    private static String named(List<NotificationKind> kinds) {
        return String.join(",", NotificationKind.names(kinds));
    }
}
