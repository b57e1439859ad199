package fi.hytekello.municipality;

import fi.hytekello.platform.problem.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people who use the product and the roles they hold. */
@Repository
public class People {

    private static final String PERSON = """
            select p.username, p.title_fi, p.title_sv, p.email, p.language, r.municipality_code, r.role, r.department_code
            from hyte.person p left join hyte.person_role r using (username)
            where p.active and
            """;

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Person> find(Username username) {
        return jdbc
                .sql(PERSON + " p.username = :username order by r.municipality_code, r.group_id")
                .param("username", username.value())
                .query(People::persons)
                .stream()
                .findFirst();
    }

    /** @throws NotFound when there is no active person of that name */
    public Person get(Username username) {
        return find(username).orElseThrow(() -> new NotFound("problem.person.unknown"));
    }

    /** Active people of the municipality, by username. */
    public List<Person> of(MunicipalityCode municipality) {
        return jdbc.sql(PERSON + """
                                p.username in (select m.username from hyte.person_role m
                                    where m.municipality_code = :municipality)
                                order by p.username, r.municipality_code, r.group_id""")
                .param("municipality", municipality.value())
                .query(People::persons);
    }

    /** Active people of the municipality who are in any of the groups, by username. */
    public List<Person> inGroups(MunicipalityCode municipality, Collection<String> groups) {
        return jdbc.sql(PERSON + """
                                 p.username in (select m.username from hyte.person_role m
                                     where m.municipality_code = :municipality and m.group_id in (:groups))
                                order by p.username, r.municipality_code, r.group_id""")
                .param("municipality", municipality.value())
                .param("groups", groups.isEmpty() ? List.of("") : groups)
                .query(People::persons);
    }

    /** Active people of the municipality who are in any of the groups or are one of those named, by username. */
    public List<Person> among(MunicipalityCode municipality, Collection<String> groups, Collection<Username> named) {
        return jdbc.sql(PERSON + """
                                 p.username in (select m.username from hyte.person_role m
                                     where m.municipality_code = :municipality
                                         and (m.group_id in (:groups) or m.username in (:named)))
                                order by p.username, r.municipality_code, r.group_id""")
                .param("municipality", municipality.value())
                .param("groups", groups.isEmpty() ? List.of("") : groups)
                .param(
                        "named",
                        named.isEmpty()
                                ? List.of("")
                                : named.stream().map(Username::value).toList())
                .query(People::persons);
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

    private static List<Person> persons(ResultSet rows) throws SQLException {
        Map<String, Person> persons = new LinkedHashMap<>();
        Map<String, List<Person.Holding>> holdings = new LinkedHashMap<>();
        while (rows.next()) {
            String username = rows.getString("username");
            List<Person.Holding> held = holdings.computeIfAbsent(username, name -> new ArrayList<>());
            String municipality = rows.getString("municipality_code");
            if (municipality != null) {
                String department = rows.getString("department_code");
                held.add(new Person.Holding(
                        new MunicipalityCode(municipality),
                        Role.valueOf(rows.getString("role")),
                        department == null ? null : new DepartmentCode(department)));
            }
            persons.put(
                    username,
                    new Person(
                            new Username(username),
                            rows.getString("title_fi"),
                            rows.getString("title_sv"),
                            rows.getString("email"),
                            Locale.forLanguageTag(rows.getString("language")),
                            held));
        }
        return List.copyOf(persons.values());
    }
}
