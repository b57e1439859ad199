package fi.hytekello.municipality;

import java.util.Locale;

/** A department (toimiala) of a municipality, named in both national languages. */
public record Department(MunicipalityCode municipality, DepartmentCode code, String nameFi, String nameSv) {

    public String name(Locale locale) {
        return Languages.isSwedish(locale) ? nameSv : nameFi;
    }
}
