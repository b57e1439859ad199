package fi.hytekello.indicator.web;

import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.MunicipalitySettings;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;

/** Who sees how a municipality's values come in: its coordinator and its administrator. */
final class DataKeepers {

    private DataKeepers() {}

    /**
     * @throws NotFound for strangers
     * @throws Refused for others of the municipality
     */
    static void require(Person person, MunicipalityCode municipality) {
        if (!person.belongsTo(municipality)) {
            throw new NotFound("problem.municipality.unknown", municipality.value());
        }
        if (!MunicipalitySettings.mayBeChangedBy(person, municipality)) {
            throw new Refused("problem.import.role");
        }
    }
}
