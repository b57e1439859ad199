package fi.hytekello.platform.web;

import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Username;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Names by code for pages, in the reader's language. */
@Component("names")
class Names {

    private final Municipalities municipalities;
    private final People people;

    Names(Municipalities municipalities, People people) {
        this.municipalities = municipalities;
        this.people = people;
    }

    public String municipality(MunicipalityCode code, Locale locale) {
        return municipalities.get(code).name(locale);
    }

    /** Title of the post; the username where nobody of that name is known. */
    public String person(Username username, Locale locale) {
        return people.titles(List.of(username), locale).getOrDefault(username, username.value());
    }

    public String department(MunicipalityCode municipality, DepartmentCode code, Locale locale) {
        return municipalities.departments(municipality).stream()
                .filter(department -> department.code().equals(code))
                .findFirst()
                .map(department -> department.name(locale))
                .orElse(code.value());
    }
}
