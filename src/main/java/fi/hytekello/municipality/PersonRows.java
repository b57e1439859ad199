package fi.hytekello.municipality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.ResultSetExtractor;

/** Puts people together from rows of one role each: of each person first the own roles, then those of each absence. */
final class PersonRows implements ResultSetExtractor<List<Person>> {

    /** A person so far; of an absent one the roles that the deputy holds. */
    private record Draft(
            Username username,
            String titleFi,
            String titleSv,
            String email,
            Locale language,
            List<Person.Holding> holdings,
            Map<Long, Draft> absent) {

        Person person() {
            List<Deputyship> deputyships = new ArrayList<>();
            absent.forEach((absence, draft) -> deputyships.add(new Deputyship(absence, draft.person())));
            return new Person(username, titleFi, titleSv, email, language, holdings, deputyships);
        }
    }

    @Override
    public List<Person> extractData(ResultSet rows) throws SQLException {
        Map<String, Draft> people = new LinkedHashMap<>();
        while (rows.next()) {
            String username = rows.getString("username");
            Draft person = people.get(username);
            if (person == null) {
                person = draft(rows, username, "title_fi", "title_sv", "email", "language");
                people.put(username, person);
            }
            if (rows.getString("municipality_code") != null) {
                holder(rows, person).holdings().add(holding(rows));
            }
        }
        return people.values().stream().map(Draft::person).toList();
    }

    private static Draft holder(ResultSet rows, Draft person) throws SQLException {
        String username = rows.getString("absent");
        if (username == null) {
            return person;
        }
        long absence = rows.getLong("absence_id");
        Draft absent = person.absent().get(absence);
        if (absent == null) {
            absent = draft(rows, username, "absent_fi", "absent_sv", "absent_email", "absent_language");
            person.absent().put(absence, absent);
        }
        return absent;
    }

    private static Draft draft(
            ResultSet rows, String username, String titleFi, String titleSv, String email, String language)
            throws SQLException {
        return new Draft(
                new Username(username),
                rows.getString(titleFi),
                rows.getString(titleSv),
                rows.getString(email),
                Locale.forLanguageTag(rows.getString(language)),
                new ArrayList<>(),
                new LinkedHashMap<>());
    }

    private static Person.Holding holding(ResultSet rows) throws SQLException {
        String department = rows.getString("department_code");
        return new Person.Holding(
                new MunicipalityCode(rows.getString("municipality_code")),
                Role.valueOf(rows.getString("role")),
                department == null ? null : new DepartmentCode(department));
    }
}
