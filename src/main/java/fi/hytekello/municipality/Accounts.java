package fi.hytekello.municipality;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes over into our tables what the identity provider says of a person; the provider is right. */
@Component
public class Accounts {

    private static final Logger log = LoggerFactory.getLogger(Accounts.class);

    private final People people;
    private final JdbcClient jdbc;
    private final MessageSource messages;

    Accounts(People people, JdbcClient jdbc, MessageSource messages) {
        this.people = people;
        this.jdbc = jdbc;
        this.messages = messages;
    }

    private record Place(String municipality, @Nullable String department) {}

    /**
     * Gives the person exactly the roles of the account. Groups and municipalities that we do not know are passed
     * over; without any role left, the person is no longer active. The title is the name of the first role: a
     * person's own name is not taken over.
     *
     * @return the person, empty when the account holds no role of ours
     */
    @Transactional
    public Optional<Person> take(Account account) {
        List<Person.Holding> holdings = holdings(account);
        tellUnknown(account, holdings);
        Optional<Person> known = people.find(account.username());
        if (holdings.isEmpty()) {
            known.ifPresent(this::retire);
            return Optional.empty();
        }
        if (known.map(person -> !isAsIn(account, holdings, person)).orElse(true)) {
            save(account, holdings);
        }
        return people.find(account.username());
    }

    private List<Person.Holding> holdings(Account account) {
        List<Place> places = jdbc.sql("""
                        select m.code as municipality, d.code as department
                        from hyte.municipality m left join hyte.department d on d.municipality_code = m.code
                        where m.code = any (:municipalities::text[]) order by 1, 2""")
                .param("municipalities", account.municipalities().toArray(String[]::new))
                .query(Place.class)
                .list();
        return places.stream()
                .flatMap(place -> Arrays.stream(Role.values()).flatMap(role -> holding(role, place).stream()))
                .distinct()
                .filter(held -> account.groups().contains(held.group()))
                .toList();
    }

    private static Optional<Person.Holding> holding(Role role, Place place) {
        MunicipalityCode municipality = new MunicipalityCode(place.municipality());
        if (!role.isOfDepartment()) {
            return Optional.of(new Person.Holding(municipality, role, null));
        }
        return Optional.ofNullable(place.department())
                .map(code -> new Person.Holding(municipality, role, new DepartmentCode(code)));
    }

    private static void tellUnknown(Account account, List<Person.Holding> holdings) {
        long groups = without(account.groups(), holdings, Person.Holding::group);
        long municipalities = without(
                account.municipalities(), holdings, held -> held.municipality().value());
        if (groups + municipalities > 0) {
            log.info(
                    "Passed over {} groups and {} municipalities of a person signing in: no such role here",
                    groups,
                    municipalities);
        }
    }

    private static long without(
            Set<String> claimed, List<Person.Holding> holdings, Function<Person.Holding, String> part) {
        Set<String> used = holdings.stream().map(part).collect(Collectors.toSet());
        return claimed.stream().filter(one -> !used.contains(one)).count();
    }

    private static boolean isAsIn(Account account, List<Person.Holding> holdings, Person person) {
        return person.email().equals(account.email())
                && person.language().equals(account.language())
                && new HashSet<>(person.holdings()).equals(new HashSet<>(holdings));
    }

    private void save(Account account, List<Person.Holding> holdings) {
        jdbc.sql("""
                        insert into hyte.person (username, title_fi, title_sv, email, language)
                        values (:username, :fi, :sv, :email, :language)
                        on conflict (username) do update set title_fi = :fi, title_sv = :sv, email = :email,
                            language = :language, active = true""")
                .param("username", account.username().value())
                .param("fi", title(holdings, Languages.FINNISH))
                .param("sv", title(holdings, Languages.SWEDISH))
                .param("email", account.email())
                .param("language", account.language().getLanguage())
                .update();
        forgetRoles(account.username());
        jdbc.sql("""
                        insert into hyte.person_role (username, municipality_code, role, department_code)
                        select :username, * from unnest(:municipalities::text[], :roles::text[], :departments::text[])""")
                .param("username", account.username().value())
                .param(
                        "municipalities",
                        texts(holdings, held -> held.municipality().value()))
                .param("roles", texts(holdings, held -> held.role().name()))
                .param("departments", texts(holdings, Accounts::department))
                .update();
    }

    private String title(List<Person.Holding> holdings, Locale locale) {
        Role first =
                holdings.stream().map(Person.Holding::role).sorted().toList().get(0);
        return messages.getMessage("role." + first, null, locale);
    }

    private static @Nullable String department(Person.Holding held) {
        DepartmentCode code = held.department();
        return code == null ? null : code.value();
    }

    private static @Nullable String[] texts(
            List<Person.Holding> holdings, Function<Person.Holding, @Nullable String> part) {
        Stream<@Nullable String> texts = holdings.stream().map(part);
        return texts.toArray(String[]::new);
    }

    private void retire(Person person) {
        forgetRoles(person.username());
        jdbc.sql("update hyte.person set active = false where username = :username")
                .param("username", person.username().value())
                .update();
    }

    private void forgetRoles(Username username) {
        jdbc.sql("delete from hyte.person_role where username = :username")
                .param("username", username.value())
                .update();
    }
}
