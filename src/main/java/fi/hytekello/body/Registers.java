package fi.hytekello.body;

import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import org.springframework.stereotype.Component;

/**
 * Whose the registers of organisations and bodies are: each tenant has its own, its people read it and its coordinator
 * keeps it, the regional coordinator that of a regional council.
 */
@Component
public class Registers {

    private final Municipalities municipalities;

    Registers(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    /** @throws NotFound where the person does not belong to the tenant */
    public Municipality readableBy(Person person, MunicipalityCode tenant) {
        if (!person.belongsTo(tenant)) {
            throw new NotFound("problem.notFound");
        }
        return municipalities.get(tenant);
    }

    public boolean isKeptBy(Person person, Municipality tenant) {
        return person.holds(tenant.coordinator(), tenant.code());
    }

    /**
     * @throws NotFound where the person does not belong to the tenant
     * @throws Refused where the person does not keep its registers
     */
    public Municipality keptBy(Person person, MunicipalityCode tenant) {
        Municipality found = readableBy(person, tenant);
        if (!isKeptBy(person, found)) {
            throw new Refused("problem.register.keeper");
        }
        return found;
    }
}
