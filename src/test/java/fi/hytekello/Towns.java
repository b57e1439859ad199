package fi.hytekello;

import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes a municipality with two departments and a person for every role, one for each test. */
@TestComponent
public class Towns {

    private final JdbcClient jdbc;
    private final People people;

    Towns(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** A made town; people are found by the role they hold. */
    public record Town(MunicipalityCode code, People people) {

        public static final DepartmentCode EDUCATION = new DepartmentCode("education");
        public static final DepartmentCode TECHNICAL = new DepartmentCode("technical");

        public Person person(Role role) {
            return people.get(username(code, role, null));
        }

        public Person person(Role role, DepartmentCode department) {
            return people.get(username(code, role, department));
        }

        static Username username(MunicipalityCode code, Role role, @Nullable DepartmentCode department) {
            return new Username(role.group(department) + "." + code.value().toLowerCase(Locale.ROOT));
        }
    }

    public Town make() {
        MunicipalityCode code = new MunicipalityCode(freeCode());
        jdbc.sql("insert into hyte.municipality (code, name_fi, name_sv) values (:code, 'Koekunta', 'Provkommun')")
                .param("code", code.value())
                .update();
        List<DepartmentCode> departments = List.of(Town.EDUCATION, Town.TECHNICAL);
        departments.forEach(department -> jdbc.sql("""
                        insert into hyte.department (municipality_code, code, name_fi, name_sv)
                        values (:municipality, :code, :code, :code)""")
                .param("municipality", code.value())
                .param("code", department.value())
                .update());
        for (Role role : Role.values()) {
            if (role.isOfDepartment()) {
                departments.forEach(department -> add(code, role, department));
            } else {
                add(code, role, null);
            }
        }
        return new Town(code, people);
    }

    /** Makes a regional council with its coordinator, director and registry. */
    public Town makeRegionalCouncil() {
        String code = jdbc.sql("""
                        insert into hyte.municipality (code, kind, name_fi, name_sv)
                        select min(code), 'REGIONAL_COUNCIL', 'Koeliitto', 'Provförbund'
                        from (select 'Z' || chr(65 + n / 26) || chr(65 + n % 26) as code from generate_series(0, 675) n) free
                        where code not in (select code from hyte.municipality) returning code""").query(String.class).single();
        MunicipalityCode council = new MunicipalityCode(code);
        List.of(Role.REGIONAL_COORDINATOR, Role.REGIONAL_DIRECTOR, Role.REGISTRY)
                .forEach(role -> add(council, role, null));
        return new Town(council, people);
    }

    /** A code that no real municipality and no town before has; 999 stays free for tests of the unknown. */
    private String freeCode() {
        Set<String> taken = new HashSet<>(jdbc.sql("select code from hyte.municipality")
                .query(String.class)
                .list());
        lines("/municipality/municipalities.csv").forEach(line -> taken.add(line.substring(0, 3)));
        // Municipalities that have merged keep their region and with it their code.
        lines("/indicator/regions.csv")
                .map(line -> line.split(";", -1))
                .filter(cells -> cells[1].equals("KUNTA"))
                .forEach(cells -> taken.add(cells[2]));
        return IntStream.iterate(998, code -> code - 1)
                .mapToObj(code -> String.format("%03d", code))
                .filter(code -> !taken.contains(code))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> lines(String file) {
        try (InputStream register = Towns.class.getResourceAsStream(file)) {
            return new String(register.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(MunicipalityCode code, Role role, @Nullable DepartmentCode department) {
        String username = Town.username(code, role, department).value();
        jdbc.sql("""
                        insert into hyte.person (username, title_fi, title_sv, email, language)
                        values (:username, :title, :title, :email, 'fi')""")
                .param("username", username)
                .param("title", role.name().toLowerCase(Locale.ROOT))
                .param("email", username + "@koekunta.example")
                .update();
        jdbc.sql("""
                        insert into hyte.person_role (username, municipality_code, role, department_code)
                        values (:username, :municipality, :role, :department)""")
                .param("username", username)
                .param("municipality", code.value())
                .param("role", role.name())
                .param("department", department == null ? null : department.value())
                .update();
    }
}
