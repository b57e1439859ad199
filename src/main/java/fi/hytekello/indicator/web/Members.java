package fi.hytekello.indicator.web;

import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.NotFound;

/** A municipality's indicators are for its own people. */
final class Members {

    private Members() {}

    /** @throws NotFound for everybody else, as if there were no such municipality */
    static void require(Person person, MunicipalityCode municipality) {
        if (!person.belongsTo(municipality)) {
            throw new NotFound("problem.municipality.unknown", municipality.value());
        }
    }
}
