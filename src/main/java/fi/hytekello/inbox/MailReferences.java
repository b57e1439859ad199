package fi.hytekello.inbox;

import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.MunicipalityCode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The matters to which people may answer by mail. A feature opens its matter here, puts its tag in brackets into the
 * subject of its mails, as {@code [KH-7F3K9QX2]}, and hears of answers by {@link MailArrived}. An answer is also known
 * by the mail of ours that it answers to, where that mail's notification has the reference as its subject key or as the
 * value {@code reference} of its payload.
 */
@Repository
public class MailReferences {

    private static final Pattern TAG = Pattern.compile("\\b[A-Z0-9]{2,3}-[A-Z2-9]{8}\\b");
    private static final Pattern OURS =
            Pattern.compile("<notification-([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@[^>]*>");

    /** Without those that people take for one another. */
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 8;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    MailReferences(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A matter that the registry can choose, by its names in both languages. */
    public record Matter(String tag, String reference, String nameFi, String nameSv) {

        public String name(Locale locale) {
            return Languages.isSwedish(locale) ? nameSv : nameFi;
        }
    }

    /**
     * Opens a matter, or opens it again; its tag stays the same.
     *
     * @param reference such as {@code request:12}
     * @param nameFi how the registry knows it; no personal data
     * @return the tag
     */
    public String open(MunicipalityCode tenant, String reference, String nameFi, String nameSv) {
        return jdbc.sql("""
                        insert into hyte.mail_reference (tag, municipality_code, reference, name_fi, name_sv, opened_at)
                        values (:tag, :tenant, :reference, :fi, :sv, :now)
                        on conflict (municipality_code, reference)
                            do update set closed_at = null, name_fi = excluded.name_fi, name_sv = excluded.name_sv
                        returning tag""")
                .param("tag", tenant + "-" + code())
                .param("tenant", tenant.value())
                .param("reference", reference)
                .param("fi", nameFi)
                .param("sv", nameSv)
                .param("now", OffsetDateTime.now(clock))
                .query(String.class)
                .single();
    }

    /** From now on mails to it go to the registry. */
    public void close(MunicipalityCode tenant, String reference) {
        closeAll(tenant, List.of(reference));
    }

    /** As {@link #close}, for many of one tenant. */
    public void closeAll(MunicipalityCode tenant, Collection<String> all) {
        jdbc.sql("""
                        update hyte.mail_reference set closed_at = :now
                        where municipality_code = :tenant and reference = any(:all) and closed_at is null""")
                .param("now", OffsetDateTime.now(clock))
                .param("tenant", tenant.value())
                .param("all", all.toArray(String[]::new))
                .update();
    }

    /** The open ones of a tenant, by their Finnish names. */
    public List<Matter> openMatters(MunicipalityCode tenant) {
        return jdbc.sql("""
                        select tag, reference, name_fi, name_sv from hyte.mail_reference
                        where municipality_code = :tenant and closed_at is null order by name_fi, tag""").param("tenant", tenant.value()).query(Matter.class).list();
    }

    /** The open matter of a tag. */
    Optional<String> ofTag(MunicipalityCode tenant, String tag) {
        return ofTags(tenant, List.of(tag)).stream().findFirst();
    }

    /** The one open matter that a mail names or answers to; empty where that is none or several. */
    Optional<String> of(MunicipalityCode tenant, ReadMail mail) {
        List<String> tags = TAG.matcher(mail.subject().toUpperCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
        List<String> named = ofTags(tenant, tags);
        List<String> found = named.isEmpty() ? ofOurMails(tenant, mail.answersTo()) : named;
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private List<String> ofTags(MunicipalityCode tenant, List<String> tags) {
        return jdbc.sql("""
                        select reference from hyte.mail_reference
                        where municipality_code = :tenant and tag = any(:tags) and closed_at is null""")
                .param("tenant", tenant.value())
                .param("tags", tags.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private List<String> ofOurMails(MunicipalityCode tenant, List<String> messageIds) {
        String[] ours = messageIds.stream()
                .flatMap(id -> OURS.matcher(id).results())
                .map(found -> found.group(1))
                .toArray(String[]::new);
        return jdbc.sql("""
                        select distinct r.reference from hyte.notification n
                        join hyte.mail_reference r on r.municipality_code = n.municipality_code
                            and r.reference in (n.subject_key, n.payload ->> 'reference')
                        where n.mail_id = any(:mails::uuid[]) and n.municipality_code = :tenant and r.closed_at is null""")
                .param("tenant", tenant.value())
                .param("mails", ours)
                .query(String.class)
                .list();
    }

    private String code() {
        StringBuilder code = new StringBuilder();
        random.ints(LENGTH, 0, LETTERS.length()).forEach(n -> code.append(LETTERS.charAt(n)));
        return code.toString();
    }
}
