package fi.hytekello.indicator.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.Towns;
import fi.hytekello.WholeTest;
import fi.hytekello.indicator.LatestValues;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.Refused;
import fi.hytekello.platform.sheet.SheetWriter;
import fi.hytekello.platform.sheet.Table;
import fi.hytekello.platform.web.ProblemTexts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A town that no statistics know, with indicators of its own. */
@WholeTest
class OwnIndicatorsTest {

    private static final String HEADER =
            "Mittari;Yksikkö;Suunta;Teema;Toimiala;Tuottaja;Vuosi;Arvo;Virhemarginaali;Vastaajia\n";
    private static final String VISITS =
            "Kirjaston kävijät;käyntiä;Suurempi on parempi;koulutus ja oppiminen;education;Kirjasto;2024;12 345,5;;\n";

    @Autowired
    OwnIndicators own;

    @Autowired
    OwnTemplate template;

    @Autowired
    TypedValues typed;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ChangedValues changes;

    @Autowired
    LatestValues latest;

    @Autowired
    Towns towns;

    @Autowired
    ProblemTexts texts;

    @Autowired
    JdbcClient jdbc;

    private Towns.Town town;
    private Person coordinator;

    @BeforeEach
    void makeTown() {
        town = towns.make();
        coordinator = town.person(Role.COORDINATOR);
    }

    @Test
    void bringsOwnIndicatorsWithTheirValuesAfterAConfirmation() {
        OwnValues read = upload(HEADER + VISITS
                + "Kirjaston kävijät;;;;;;2025;13000;250;812\n"
                + "Ulkoilee viikoittain;%;HIGHER_BETTER;Motion;technical;Kysely;2025;61,2;3,1;402\n");
        assertThat(read.problems()).isEmpty();
        assertThat(read.added()).isEqualTo(2);
        assertThat(own.of(town.code())).isEmpty();
        assertThat(own.confirm(town.code(), coordinator)).isEqualTo(new Counts(3, 3, 0, 0, 0));
        assertThat(own.of(town.code()))
                .extracting(OwnValues.Named::titleFi, OwnValues.Named::titleSv, OwnValues.Named::theme)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Kirjaston kävijät", "Kirjaston kävijät", "LEARNING"),
                        org.assertj.core.groups.Tuple.tuple(
                                "Ulkoilee viikoittain", "Ulkoilee viikoittain", "EXERCISE"));
        assertThat(own.of(town.code())).allSatisfy(one -> assertThat(one.id()).isGreaterThan(1_000_000));
        assertThat(stored())
                .containsExactly(
                        "Kirjaston kävijät 2024 12345.5 - -",
                        "Kirjaston kävijät 2025 13000 250 812",
                        "Ulkoilee viikoittain 2025 61.2 3.1 402");
    }

    @Test
    void readsBackItsOwnWorkbookWithoutChangingAnything() {
        upload(HEADER + VISITS);
        own.confirm(town.code(), coordinator);
        byte[] workbook =
                SheetWriter.xlsx(template.tables(town.code(), Languages.SWEDISH).toArray(Table[]::new));
        assertThat(own.upload(town.code(), "egna.xlsx", workbook, coordinator).problems())
                .isEmpty();
        assertThat(own.confirm(town.code(), coordinator)).isEqualTo(new Counts(1, 0, 0, 1, 0));
    }

    @Test
    void keepsWhatAValueWasWhenTheTableSaysAnotherAndLeavesTheOthers() {
        upload(HEADER + VISITS);
        own.confirm(town.code(), coordinator);
        upload("Mittari;Vuosi;Arvo\nkirjaston  KÄVIJÄT;2024;12346\n");
        assertThat(own.confirm(town.code(), coordinator)).isEqualTo(new Counts(1, 0, 1, 0, 0));
        assertThat(changes.of(town.code(), 5))
                .singleElement()
                .satisfies(one -> assertThat(one.oldValue()).isEqualByComparingTo("12345.5"));
        assertThat(own.of(town.code())).hasSize(1);
    }

    @Test
    void namesEachWrongRowWithFieldAndRemedyAndStoresNothing() {
        OwnValues read = upload(HEADER
                + VISITS
                + "Uusi;;Suurempi on parempi;sää;education;Me;2024;1;;\n"
                + "Toinen;%;ylöspäin;Terveys;education;Me;2024;1;;\n"
                + "Kolmas;%;Taustatieto;Terveys;tuntematon;Me;2024;1;;\n"
                + "Kirjaston kävijät;;;;;;2999;1;;\n"
                + "Kirjaston kävijät;;;;;;2023;paljon;-1;moni\n"
                + "Kirjaston kävijät;;;;;;2024;5;;\n");
        assertThat(read.problems().stream()
                        .map(one -> one.row() + " "
                                + texts.of(one.problem(), Languages.FINNISH)
                                        .orElseThrow()
                                        .message()))
                .anyMatch(line -> line.startsWith("3 ”Yksikkö” puuttuu."))
                .anyMatch(line -> line.startsWith("3 ”Teema”: sää ei ole"))
                .anyMatch(line -> line.startsWith("4 ”Suunta”: ylöspäin ei ole"))
                .anyMatch(line -> line.startsWith("5 ”Toimiala”: tuntematon ei ole"))
                .anyMatch(line -> line.startsWith("6 ”Vuosi” on vuosiluku"))
                .anyMatch(line -> line.startsWith("7 ”Arvo”: paljon ei ole luku"))
                .anyMatch(line -> line.startsWith("7 ”Vastaajia”: moni ei ole kokonaisluku"))
                .anyMatch(line -> line.startsWith("8 Mittarilla on jo arvo vuodelle 2024"));
        assertThatThrownBy(() -> own.confirm(town.code(), coordinator)).isInstanceOf(Conflict.class);
        assertThat(own.of(town.code())).isEmpty();
    }

    @Test
    void showsOwnIndicatorsToTheOwnMunicipalityOnly() {
        upload(HEADER + VISITS);
        own.confirm(town.code(), coordinator);
        int id = own.of(town.code()).get(0).id();
        Towns.Town other = towns.make();
        assertThat(catalogue.of(town.code()))
                .anyMatch(entry -> entry.own() && entry.indicator().id() == id);
        assertThat(catalogue.of(other.code())).noneMatch(Catalogue.Entry::own);
        assertThat(latest.of(town.code())).anyMatch(one -> one.indicator().id() == id && one.value() != null);
        assertThat(latest.of(other.code())).noneMatch(one -> one.indicator().id() == id);
        assertThat(typed.indicators(other.code())).noneMatch(one -> one.id() == id);
        assertThatThrownBy(() -> own.upload(
                        town.code(), "x.csv", VISITS.getBytes(StandardCharsets.UTF_8), other.person(Role.COORDINATOR)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> typed.store(other.code(), id, "2024", "1", other.person(Role.COORDINATOR)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void storesATypedScoreAsTypedAndKeepsWhatItWas() {
        typed.store(town.code(), 4072, "2024", "67,5", coordinator);
        typed.store(town.code(), 4072, "2024", "68", coordinator);
        assertThat(typed.of(town.code())).singleElement().satisfies(one -> {
            assertThat(one.value()).isEqualByComparingTo("68");
            assertThat(one.kind()).isEqualTo(ImportKind.BY_HAND);
        });
        assertThat(changes.of(town.code(), 5)).hasSize(1);
    }

    @Test
    void refusesScoresThatCannotBe() {
        for (String value : List.of("101", "-1", "paljon", "")) {
            assertThatThrownBy(() -> typed.store(town.code(), 4072, "2024", value, coordinator))
                    .isInstanceOf(InvalidInput.class)
                    .extracting("field")
                    .isEqualTo("value");
        }
        assertThatThrownBy(() -> typed.store(town.code(), 181, "2024", "5", coordinator))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> typed.store(town.code(), 4072, "2024", "5", town.person(Role.MANAGER)))
                .isInstanceOf(Refused.class);
        assertThat(typed.of(town.code())).isEmpty();
    }

    @Test
    void doesNotTypeOverWhatSotkanetHasGiven() {
        typed.store(town.code(), 4093, "2023", "50", coordinator);
        jdbc.sql("""
                        update hyte.observation set import_id = (select min(id) from hyte.indicator_import where kind = 'SHIPPED')
                        where indicator_id = 4093 and year = 2023 and region_id =
                            (select id from hyte.region where category = 'KUNTA' and code = :code)""").param("code", town.code().value()).update();
        assertThatThrownBy(() -> typed.store(town.code(), 4093, "2023", "51", coordinator))
                .isInstanceOf(Conflict.class);
    }

    private OwnValues upload(String content) {
        return own.upload(town.code(), "omat.csv", content.getBytes(StandardCharsets.UTF_8), coordinator);
    }

    private List<String> stored() {
        return jdbc.sql("""
                        select i.title_fi || ' ' || o.year || ' ' || trim_scale(o.value) || ' '
                            || coalesce(trim_scale(o.margin)::text, '-') || ' ' || coalesce(o.respondents::text, '-')
                        from hyte.observation o join hyte.indicator i on i.id = o.indicator_id
                        where i.municipality_code = :code order by 1""")
                .param("code", town.code().value())
                .query(String.class)
                .list();
    }
}
