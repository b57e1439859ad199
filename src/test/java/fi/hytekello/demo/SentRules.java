package fi.hytekello.demo;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Municipality;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds of every mail that municipalities have sent, told by the mails themselves and by the outbox. */
final class SentRules {

    private static final BusinessDays DAYS = new BusinessDays();
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime OFFICE_OPENS = LocalTime.of(7, 0);
    private static final LocalTime OFFICE_CLOSES = LocalTime.of(18, 0);

    private final JdbcClient jdbc;
    private final Map<String, Municipality> places;
    private final Map<String, Reader> readers;
    private final List<Sent> sent;

    /** @param since what left before is of no interest */
    SentRules(JdbcClient jdbc, MailStore store, List<Municipality> places, LocalDate since) {
        this.jdbc = jdbc;
        this.places = places.stream().collect(toMap(place -> place.code().value(), place -> place));
        this.readers = readers();
        this.sent = store.list(null).stream()
                .filter(mail -> !mail.at().toLocalDate().isBefore(since))
                .map(mail -> Sent.of(store.read(mail), mail))
                .filter(mail -> this.places.containsKey(mail.municipality()))
                .toList();
    }

    /** One who reads mails with an account. */
    private record Reader(String language, Set<String> municipalities) {}

    private record Sent(
            LocalDateTime at,
            String to,
            String kind,
            String subject,
            String municipality,
            List<String> languages,
            String id) {

        static Sent of(MimeMessage message, StoredMail mail) {
            try {
                return new Sent(
                        mail.at(),
                        mail.to(),
                        message.getHeader("X-Hytekello-Kind", null),
                        mail.subject(),
                        message.getHeader("X-Hytekello-Municipality", null),
                        // A mail that somebody outside has written names none.
                        Stream.ofNullable(message.getContentLanguage())
                                .flatMap(Stream::of)
                                .toList(),
                        message.getMessageID());
            } catch (MessagingException malformed) {
                throw new IllegalStateException("Not a mail: " + mail.file(), malformed);
            }
        }
    }

    int count() {
        return sent.size();
    }

    void eachGoesToItsMunicipalitysPeopleInTheirLanguage() {
        assertThat(sent.stream().map(Sent::municipality).collect(toSet())).isEqualTo(places.keySet());
        assertThat(sent).allSatisfy(mail -> {
            Municipality place = places.get(mail.municipality());
            Reader reader = readers.get(mail.to());
            if (reader == null) {
                assertThat(outsiders(place)).contains(mail.to());
                assertThat(mail.subject()).containsAnyOf(place.nameFi(), place.nameSv());
            } else {
                assertThat(reader.municipalities()).contains(mail.municipality());
                assertThat(mail.languages()).containsExactly(reader.language());
                String name = reader.language().equals("sv") ? place.nameSv() : place.nameFi();
                assertThat(mail.subject()).startsWith(name).matches(".{%d}[:,] .*".formatted(name.length()));
            }
        });
    }

    /** Neither at night nor on weekends and holidays. */
    void eachLeavesInOfficeHours() {
        assertThat(sent).allSatisfy(mail -> assertThat(isOffice(mail.at())).isTrue());
    }

    /** What comes again, such as a task or a reminder, comes on another day. */
    void noneIsDoubled() {
        assertThat(sent.stream().map(Sent::id)).doesNotHaveDuplicates();
        assertThat(sent.stream()
                        .map(mail -> List.of(
                                mail.to(),
                                mail.kind(),
                                mail.subject(),
                                mail.at().toLocalDate().toString())))
                .doesNotHaveDuplicates();
    }

    private record Row(
            String kind,
            OffsetDateTime writtenAt,
            OffsetDateTime sendAfter,
            OffsetDateTime sentAt,
            @Nullable LocalDate dueOn,
            boolean quietJuly,
            boolean lastOfItsMail) {}

    /**
     * With the last of what it tells, which was to leave at once or with the morning's mail, no minute later; reminders of
     * statements are written beforehand for the morning of their day.
     */
    void eachLeavesAtItsMinute() {
        List<Row> rows =
                jdbc.sql("""
                        select n.kind, n.created_at as written_at, n.send_after, m.sent_at, n.due_on, p.quiet_july,
                            n.send_after = max(n.send_after) over (partition by m.id) as last_of_its_mail
                        from hyte.notification n join hyte.mail m on m.id = n.mail_id
                            join hyte.municipality p on p.code = n.municipality_code
                            join hyte.cycle c on c.id = n.cycle_id
                        where n.municipality_code in (:places) and c.year = 2027 and n.dropped_at is null""").param("places", places.keySet()).query(Row.class).list();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(sent.size());
        assertThat(rows).allSatisfy(row -> {
            LocalDateTime leaves = helsinki(row.sendAfter());
            LocalDateTime written = helsinki(row.writtenAt());
            if (row.kind().equals("STATEMENT_REMINDER")) {
                assertThat(leaves).isEqualTo(row.dueOn().atTime(MORNING));
            } else {
                assertThat(leaves).isIn(atOnce(written), inTheMorning(written, row));
            }
            LocalDateTime left = helsinki(row.sentAt()).truncatedTo(ChronoUnit.MINUTES);
            if (row.lastOfItsMail()) {
                assertThat(left).isEqualTo(leaves.truncatedTo(ChronoUnit.MINUTES));
            }
        });
    }

    private static LocalDateTime atOnce(LocalDateTime written) {
        return isOffice(written) ? written : morning(written);
    }

    /** In July, where it is quiet then, only what must be known before August. */
    private static LocalDateTime inTheMorning(LocalDateTime written, Row row) {
        LocalDateTime morning = morning(written);
        LocalDate august = DAYS.next(LocalDate.of(morning.getYear(), Month.AUGUST, 1));
        boolean waits = row.quietJuly()
                && morning.getMonth() == Month.JULY
                && (row.dueOn() == null || !row.dueOn().isBefore(august));
        return waits ? august.atTime(MORNING) : morning;
    }

    private static LocalDateTime morning(LocalDateTime written) {
        LocalDate today = written.toLocalDate();
        boolean stillToday = DAYS.isBusinessDay(today) && !written.toLocalTime().isAfter(MORNING);
        return (stillToday ? today : DAYS.plus(today, 1)).atTime(MORNING);
    }

    private static boolean isOffice(LocalDateTime at) {
        return DAYS.isBusinessDay(at.toLocalDate())
                && !at.toLocalTime().isBefore(OFFICE_OPENS)
                && at.toLocalTime().isBefore(OFFICE_CLOSES);
    }

    private static LocalDateTime helsinki(OffsetDateTime moment) {
        return moment.atZoneSameInstant(Finland.ZONE).toLocalDateTime();
    }

    private Map<String, Reader> readers() {
        return jdbc
                .sql("""
                        select p.email, p.language, string_agg(distinct r.municipality_code, ',') as municipalities
                        from hyte.person p join hyte.person_role r using (username) group by p.username""")
                .query((row, n) -> Map.entry(
                        row.getString("email"),
                        new Reader(
                                row.getString("language"),
                                Set.of(row.getString("municipalities").split(",", -1)))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Councils and organisations that are asked or invited, and the county's registry. */
    private Set<String> outsiders(Municipality place) {
        return jdbc.sql("""
                        select email from hyte.statement_party where municipality_code = :code
                        union select p.email from hyte.negotiation_participant p join hyte.cycle c on c.id = p.cycle_id
                        where c.municipality_code = :code and p.email is not null
                        union select o.registry_email from hyte.county o join hyte.municipality m on m.county_code = o.code
                        where m.code = :code and o.registry_email is not null""").param("code", place.code().value()).query(String.class).list().stream()
                .collect(toSet());
    }
}
