package fi.hytekello.municipality;

import fi.hytekello.calendar.Finland;
import fi.hytekello.platform.problem.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people who use the product and the roles they hold, today's deputies included. */
@Repository
public class People {

    private static final String PERSON = """
            select p.username, p.title_fi, p.title_sv, p.email, p.language,
                r.municipality_code, r.role, r.department_code, r.absence_id,
                a.username as absent, a.title_fi as absent_fi, a.title_sv as absent_sv, a.email as absent_email,
                a.language as absent_language
            from hyte.person p
                left join hyte.role_in_effect r on r.username = p.username and :today between r.starts_on and r.ends_on
                left join hyte.person a on a.username = r.absent
            where p.active and
            """;

    private static final String IN_ORDER =
            " order by p.username, r.absence_id nulls first, r.municipality_code, r.group_id";

    private final JdbcClient jdbc;
    private final Clock clock;

    People(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Person> find(Username username) {
        return jdbc
                .sql(PERSON + " p.username = :username" + IN_ORDER)
                .param("today", today())
                .param("username", username.value())
                .query(new PersonRows())
                .stream()
                .findFirst();
    }

    /** @throws NotFound when there is no active person of that name */
    public Person get(Username username) {
        return find(username).orElseThrow(() -> new NotFound("problem.person.unknown"));
    }

    /** Active people of the municipality, by username. */
    public List<Person> of(MunicipalityCode municipality) {
        return of(List.of(municipality));
    }

    /** Active people of any of these municipalities, by username. */
    public List<Person> of(Collection<MunicipalityCode> municipalities) {
        return jdbc.sql(PERSON + """
                                p.username in (select m.username from hyte.person_role m
                                    where m.municipality_code = any (:municipalities))""" + IN_ORDER)
                .param("today", today())
                .param(
                        "municipalities",
                        municipalities.stream().map(MunicipalityCode::value).toArray(String[]::new))
                .query(new PersonRows());
    }

    /** Active people of the municipality who act for any of the groups today, by username. */
    public List<Person> inGroups(MunicipalityCode municipality, Collection<String> groups) {
        return among(municipality, groups, List.of());
    }

    /** The same in all municipalities. */
    public List<Person> inGroups(Collection<String> groups) {
        return acting(null, groups, List.of());
    }

    /**
     * Active people of the municipality who act today for any of the groups or of those named, by username: for an
     * absent person with a deputy, the deputy.
     */
    public List<Person> among(MunicipalityCode municipality, Collection<String> groups, Collection<Username> named) {
        return acting(municipality, groups, named);
    }

    /** @param municipality null for all */
    private List<Person> acting(
            @Nullable MunicipalityCode municipality, Collection<String> groups, Collection<Username> named) {
        return jdbc.sql(PERSON + """
                                 p.username in (select m.username from hyte.role_in_effect m
                                     where (m.municipality_code = :municipality or :municipality::text is null)
                                         and :today between m.starts_on and m.ends_on
                                         and (m.group_id in (:groups) or coalesce(m.absent, m.username) in (:named))
                                         and (m.absence_id is not null or m.role = 'ADMIN' or not exists (
                                             select 1 from hyte.deputyship d
                                             where d.absent = m.username and d.municipality_code = m.municipality_code
                                                 and :today between d.starts_on and d.ends_on)))""" + IN_ORDER)
                .param("today", today())
                .param("municipality", municipality == null ? null : municipality.value())
                .param("groups", groups.isEmpty() ? List.of("") : groups)
                .param(
                        "named",
                        named.isEmpty()
                                ? List.of("")
                                : named.stream().map(Username::value).toList())
                .query(new PersonRows());
    }

    /** Titles in this language of all these people, also of those who have left. */
    public Map<Username, String> titles(Collection<Username> usernames, Locale locale) {
        if (usernames.isEmpty()) {
            return Map.of();
        }
        String title = Languages.isSwedish(locale) ? "title_sv" : "title_fi";
        return jdbc
                .sql("select username, " + title + " as title from hyte.person where username in (:usernames)")
                .param("usernames", usernames.stream().map(Username::value).toList())
                .query((row, n) -> Map.entry(new Username(row.getString("username")), row.getString("title")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Keeps another mail address. Where an identity provider is asked, it is right at the next sign-in.
     *
     * @param email a valid one
     */
    public void writeTo(Username username, String email) {
        jdbc.sql("update hyte.person set email = :email where username = :username")
                .param("email", email)
                .param("username", username.value())
                .update();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Finland.ZONE));
    }
}
