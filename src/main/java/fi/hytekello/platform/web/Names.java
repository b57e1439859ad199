package fi.hytekello.platform.web;

import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.MunicipalityCode;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Names by code for pages, in the reader's language. */
@Component("names")
class Names {

    private final Municipalities municipalities;

    Names(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    public String municipality(MunicipalityCode code, Locale locale) {
        return municipalities.get(code).name(locale);
    }

    public String department(MunicipalityCode municipality, DepartmentCode code, Locale locale) {
        return municipalities.departments(municipality).stream()
                .filter(department -> department.code().equals(code))
                .findFirst()
                .map(department -> department.name(locale))
                .orElse(code.value());
    }
}
