package fi.hytekello.platform.web;

import fi.hytekello.municipality.Department;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.OfficeWords;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Username;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Names by code for pages, in the reader's language; each municipality is read once a request, however long the list. */
@Component("names")
public class Names {

    private final Municipalities municipalities;
    private final People people;
    private final OfficeWords offices;

    Names(Municipalities municipalities, People people, OfficeWords offices) {
        this.municipalities = municipalities;
        this.people = people;
        this.offices = offices;
    }

    public String municipality(MunicipalityCode code, Locale locale) {
        return municipality(code).name(locale);
    }

    /** A text that names offices, as this municipality calls its own; see {@link OfficeWords}. */
    public String office(MunicipalityCode code, String key, Locale locale, Object... arguments) {
        return offices.text(key, municipality(code).city(), locale, arguments);
    }

    private Municipality municipality(MunicipalityCode code) {
        return once("municipality." + code, Municipality.class, () -> municipalities.get(code));
    }

    /** Title of the post; the username where nobody of that name is known. */
    public String person(Username username, Locale locale) {
        return people.titles(List.of(username), locale).getOrDefault(username, username.value());
    }

    public String department(MunicipalityCode municipality, DepartmentCode code, Locale locale) {
        return departments(municipality).stream()
                .filter(department -> department.code().equals(code))
                .findFirst()
                .map(department -> department.name(locale))
                .orElse(code.value());
    }

    /** The municipality's departments in the order of their codes. */
    public List<Department> departments(MunicipalityCode municipality) {
        Departments read = once(
                "departments." + municipality,
                Departments.class,
                () -> new Departments(municipalities.departments(municipality)));
        return read.list();
    }

    private record Departments(List<Department> list) {}

    private static <T> T once(String key, Class<T> type, Supplier<T> read) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return read.get();
        }
        String name = Names.class.getName() + "." + key;
        Object known = request.getAttribute(name, RequestAttributes.SCOPE_REQUEST);
        if (known == null) {
            known = read.get();
            request.setAttribute(name, known, RequestAttributes.SCOPE_REQUEST);
        }
        return type.cast(known);
    }
}
