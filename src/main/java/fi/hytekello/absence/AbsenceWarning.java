package fi.hytekello.absence;

import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is allowed in an absence, but worth a second thought; told on the page and kept in the audit trail. */
public enum AbsenceWarning {
    /** Nobody stands in: mails go to the absent person. */
    NO_DEPUTY,
    /** One and the same person would make a department's proposals and approve them as its director. */
    OWN_PROPOSALS,
    /** One and the same person would prepare documents as coordinator and approve them as manager. */
    OWN_DOCUMENTS,
    /** One and the same person would link measures to the budget and decide on them as manager. */
    OWN_BUDGET;

    /** By the roles that both hold in own right. */
    public static List<AbsenceWarning> of(Person absent, @Nullable Person deputy, MunicipalityCode municipality) {
        if (deputy == null) {
            return List.of(NO_DEPUTY);
        }
        List<AbsenceWarning> found = new ArrayList<>();
        if (meetsInADepartment(absent, deputy, municipality) || meetsInADepartment(deputy, absent, municipality)) {
            found.add(OWN_PROPOSALS);
        }
        if (meet(absent, deputy, municipality, Role.COORDINATOR)) {
            found.add(OWN_DOCUMENTS);
        }
        if (meet(absent, deputy, municipality, Role.FINANCE)) {
            found.add(OWN_BUDGET);
        }
        return found;
    }

    private static boolean meetsInADepartment(Person contact, Person director, MunicipalityCode municipality) {
        return contact.inOwnRight().holdings().stream()
                .filter(held ->
                        held.role() == Role.DEPARTMENT && held.municipality().equals(municipality))
                .anyMatch(held -> director.inOwnRight()
                        .isInGroup(Role.DEPARTMENT_DIRECTOR.group(held.department()), municipality));
    }

    /** True when one of the two prepares what the other approves as manager. */
    private static boolean meet(Person one, Person other, MunicipalityCode municipality, Role prepares) {
        return holdBoth(one, prepares, other, municipality) || holdBoth(other, prepares, one, municipality);
    }

    private static boolean holdBoth(Person one, Role prepares, Person manager, MunicipalityCode municipality) {
        return one.inOwnRight().holds(prepares, municipality)
                && manager.inOwnRight().holds(Role.MANAGER, municipality);
    }
}
