package fi.hytekello.nomination;

import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.Organisations;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What all mails of a council to organisations and their nominees have in common. */
@Component
class Letterhead {

    private final Organisations organisations;
    private final Municipalities municipalities;
    private final People people;

    Letterhead(Organisations organisations, Municipalities municipalities, People people) {
        this.organisations = organisations;
        this.municipalities = municipalities;
        this.people = people;
    }

    String council(MunicipalityCode council, Locale in) {
        return municipalities.get(council).name(in);
    }

    /**
     * Both languages where the council or the organisation is bilingual, the recipient's own first (Language Act
     * 423/2003; domain chapter 1.7).
     */
    List<Locale> languages(Locale own, MunicipalityCode council, OrganisationId organisation) {
        MunicipalityCode represents = organisations.get(council, organisation).represents();
        boolean bilingual = Stream.of(council, represents)
                .filter(Objects::nonNull)
                .anyMatch(place -> municipalities.languages(place).size() > 1);
        Locale other = Languages.isSwedish(own) ? Languages.FINNISH : Languages.SWEDISH;
        return bilingual ? List.of(own, other) : List.of(own);
    }

    /** Where a letter, too, finds the council: its registry, and its coordinator for information (R3-10). */
    List<String> addresses(MunicipalityCode council) {
        return Stream.of(Role.REGISTRY, Role.REGIONAL_COORDINATOR)
                .flatMap(role -> people.inGroups(council, List.of(role.group(null))).stream())
                .map(Person::email)
                .distinct()
                .toList();
    }
}
