package fi.hytekello.demo;

import fi.hytekello.municipality.Department;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The invented people of the demo: every post that a cycle needs, named by its role. */
public final class DemoPeople {

    /** The wellbeing services county of the demo. */
    public static final String COUNTY = "ES";

    /** The regional council of the demo, which asks the municipalities of its region for their representatives. */
    public static final MunicipalityCode COUNCIL = new MunicipalityCode("KH");

    /** Where organisations answer the regional council by mail. */
    static final String COUNCIL_MAILBOX = "kirjaamo@hame.example";

    /** Sees Cockpit and Admin. */
    static final Username ADMIN = new Username("admin");

    private static final Set<String> SWEDISH = Set.of("kulttuuri.juva", "kulttuurijohtaja.mikkeli");

    private record Unit(String code, String nameFi, String nameSv, String post, String directorFi, String directorSv) {}

    private record Post(Role role, String post, String titleFi, String titleSv) {}

    private static final List<Unit> UNITS = List.of(
            new Unit("education", "Sivistys", "Bildning", "sivistys", "Sivistysjohtaja", "Bildningsdirektör"),
            new Unit("wellbeing", "Hyvinvointi", "Välfärd", "hyvinvointi", "Hyvinvointijohtaja", "Välfärdsdirektör"),
            new Unit("technical", "Tekninen", "Teknik", "tekninen", "Tekninen johtaja", "Teknisk direktör"),
            new Unit(
                    "administration", "Hallinto", "Förvaltning", "hallinto", "Hallintojohtaja", "Förvaltningsdirektör"),
            new Unit("vitality", "Elinvoima", "Livskraft", "elinvoima", "Elinvoimajohtaja", "Livskraftsdirektör"),
            new Unit(
                    "culture",
                    "Kulttuuri ja vapaa-aika",
                    "Kultur och fritid",
                    "kulttuuri",
                    "Kulttuuri- ja vapaa-aikajohtaja",
                    "Kultur- och fritidsdirektör"));

    private static final List<Post> POSTS = List.of(
            new Post(Role.COORDINATOR, "koordinaattori", "Hyvinvointikoordinaattori", "Välfärdskoordinator"),
            new Post(Role.MANAGER, "kunnanjohtaja", "Kunnanjohtaja", "Kommundirektör"),
            new Post(Role.FINANCE, "talousjohtaja", "Talousjohtaja", "Ekonomidirektör"),
            new Post(Role.SECRETARY, "hallintosihteeri", "Hallintosihteeri", "Förvaltningssekreterare"),
            new Post(Role.REGISTRY, "kirjaamo", "Kirjaamo", "Registratorskontoret"),
            new Post(
                    Role.WELLBEING_GROUP,
                    "hyvinvointiryhma",
                    "Hyvinvointiryhmän puheenjohtaja",
                    "Välfärdsgruppens ordförande"),
            new Post(Role.RESPONSIBLE, "rehtori", "Rehtori", "Rektor"),
            new Post(Role.RESPONSIBLE, "liikunnanohjaaja", "Liikunnanohjaaja", "Idrottsinstruktör"),
            new Post(Role.RESPONSIBLE, "kunnossapitopaallikko", "Kunnossapitopäällikkö", "Underhållschef"),
            new Post(
                    Role.RESPONSIBLE,
                    "tyollisyyskoordinaattori",
                    "Työllisyyskoordinaattori",
                    "Sysselsättningskoordinator"),
            new Post(Role.RESPONSIBLE, "kulttuurituottaja", "Kulttuurituottaja", "Kulturproducent"),
            new Post(
                    Role.RESPONSIBLE,
                    "varhaiskasvatusjohtaja",
                    "Varhaiskasvatusjohtaja",
                    "Chef för småbarnspedagogiken"),
            new Post(Role.RESPONSIBLE, "ruokapalvelupaallikko", "Ruokapalvelupäällikkö", "Kostservicechef"),
            new Post(Role.RESPONSIBLE, "nuorisosihteeri", "Nuorisosihteeri", "Ungdomssekreterare"),
            new Post(Role.RESPONSIBLE, "kirjastotoimenjohtaja", "Kirjastotoimenjohtaja", "Biblioteksdirektör"),
            new Post(Role.RESPONSIBLE, "kaavoittaja", "Kaavoittaja", "Planläggare"),
            new Post(Role.RESPONSIBLE, "henkilostopaallikko", "Henkilöstöpäällikkö", "Personalchef"),
            new Post(Role.RESPONSIBLE, "viestintasuunnittelija", "Viestintäsuunnittelija", "Informationsplanerare"));

    private static final List<Post> COUNCIL_POSTS = List.of(
            new Post(
                    Role.REGIONAL_COORDINATOR,
                    "aluekoordinaattori",
                    "Maakunnan liiton hyvinvointikoordinaattori",
                    "Landskapsförbundets välfärdskoordinator"),
            new Post(Role.REGIONAL_DIRECTOR, "aluejohtaja", "Maakunnan liiton johtaja", "Landskapsförbundets direktör"),
            new Post(Role.REGISTRY, "kirjaamo", "Maakunnan liiton kirjaamo", "Landskapsförbundets registratorskontor"));

    private DemoPeople() {}

    static List<Department> departments(Municipality municipality) {
        return UNITS.stream()
                .map(unit -> new Department(
                        municipality.code(), new DepartmentCode(unit.code()), unit.nameFi(), unit.nameSv()))
                .toList();
    }

    /** All who work in this municipality. */
    static List<Person> of(Municipality municipality) {
        List<Person> people = new ArrayList<>();
        boolean city = municipality.city();
        for (Post post : POSTS) {
            boolean mayor = city && post.role() == Role.MANAGER;
            people.add(person(
                    municipality,
                    post.post(),
                    mayor ? "Kaupunginjohtaja" : post.titleFi(),
                    mayor ? "Stadsdirektör" : post.titleSv(),
                    post.role(),
                    null));
        }
        for (Unit unit : UNITS) {
            DepartmentCode department = new DepartmentCode(unit.code());
            people.add(person(
                    municipality,
                    unit.post(),
                    unit.nameFi() + ": yhteyshenkilö",
                    unit.nameSv() + ": kontaktperson",
                    Role.DEPARTMENT,
                    department));
            people.add(person(
                    municipality,
                    unit.post() + "johtaja",
                    unit.directorFi(),
                    unit.directorSv(),
                    Role.DEPARTMENT_DIRECTOR,
                    department));
        }
        return people;
    }

    /** The three of the regional council who carry its nomination rounds. */
    static List<Person> ofCouncil(Municipality council) {
        return COUNCIL_POSTS.stream()
                .map(post -> person(council, post.post(), post.titleFi(), post.titleSv(), post.role(), null))
                .toList();
    }

    /** The administrator, at home in all these municipalities. */
    static Person administrator(List<Municipality> municipalities) {
        Stream<MunicipalityCode> codes = municipalities.stream().map(Municipality::code);
        return new Person(
                ADMIN,
                "Ylläpitäjä",
                "Administratör",
                ADMIN.value() + "@hytekello.example",
                Languages.FINNISH,
                codes.map(code -> new Person.Holding(code, Role.ADMIN, null)).toList());
    }

    /** The username of a post, such as {@code sivistysjohtaja.juva}. */
    static Username username(String post, Municipality municipality) {
        return new Username(post + "." + place(municipality));
    }

    private static Person person(
            Municipality municipality,
            String post,
            String titleFi,
            String titleSv,
            Role role,
            @Nullable DepartmentCode department) {
        Username username = username(post, municipality);
        Locale language = SWEDISH.contains(username.value()) ? Languages.SWEDISH : Languages.FINNISH;
        return new Person(
                username,
                titleFi,
                titleSv,
                post + "@" + place(municipality) + ".example",
                language,
                List.of(new Person.Holding(municipality.code(), role, department)));
    }

    /** The place in usernames, such as {@code juva}; of Hämeen liitto it is {@code hame}. */
    static String place(Municipality municipality) {
        if (municipality.code().equals(COUNCIL)) {
            return "hame";
        }
        return municipality
                .nameFi()
                .toLowerCase(Locale.ROOT)
                .replace('ä', 'a')
                .replace('å', 'a')
                .replace('ö', 'o')
                .replaceAll("[^a-z0-9]+", "-");
    }
}
