package fi.hytekello.municipality;

import java.util.Collection;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes departments and people with their roles into our tables; what is there already stays as it is. */
@Component
public class Enrolment {

    private final NamedParameterJdbcOperations jdbc;

    Enrolment(NamedParameterJdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void departments(Collection<Department> departments) {
        jdbc.batchUpdate(
                """
                insert into hyte.department (municipality_code, code, name_fi, name_sv)
                values (:municipality, :code, :fi, :sv) on conflict do nothing""",
                departments.stream()
                        .map(department -> new MapSqlParameterSource(
                                        "municipality",
                                        department.municipality().value())
                                .addValue("code", department.code().value())
                                .addValue("fi", department.nameFi())
                                .addValue("sv", department.nameSv()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    @Transactional
    public void people(Collection<Person> people) {
        jdbc.batchUpdate(
                """
                insert into hyte.person (username, title_fi, title_sv, email, language)
                values (:username, :fi, :sv, :email, :language) on conflict do nothing""",
                people.stream()
                        .map(person -> new MapSqlParameterSource(
                                        "username", person.username().value())
                                .addValue("fi", person.titleFi())
                                .addValue("sv", person.titleSv())
                                .addValue("email", person.email())
                                .addValue("language", person.language().getLanguage()))
                        .toArray(MapSqlParameterSource[]::new));
        jdbc.batchUpdate(
                """
                insert into hyte.person_role (username, municipality_code, role, department_code)
                values (:username, :municipality, :role, :department) on conflict do nothing""",
                people.stream()
                        .flatMap(person -> person.holdings().stream().map(held -> holding(person.username(), held)))
                        .toArray(MapSqlParameterSource[]::new));
    }

    private static MapSqlParameterSource holding(Username username, Person.Holding held) {
        DepartmentCode department = held.department();
        return new MapSqlParameterSource("username", username.value())
                .addValue("municipality", held.municipality().value())
                .addValue("role", held.role().name())
                .addValue("department", department == null ? null : department.value());
    }
}
