package fi.hytekello.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.audit.AuditTrail;
import fi.hytekello.body.OrganisationImport.Effect;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import fi.hytekello.platform.sheet.SheetProblem;
import fi.hytekello.platform.sheet.SheetWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of organisations of a regional council. */
@WholeTest
class OrganisationsTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    @Autowired
    Towns towns;

    @Autowired
    Organisations organisations;

    @Autowired
    OrganisationImports imports;

    @Autowired
    OrganisationTables tables;

    @Autowired
    Endings endings;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    private Town council;
    private Person keeper;

    @BeforeEach
    void foundsACouncil() {
        council = towns.makeRegionalCouncil();
        keeper = council.person(Role.REGIONAL_COORDINATOR);
    }

    @Test
    void isReadWithItsValidityAndKeptPerCouncil() {
        organisations.add(council.code(), ended("Kuntayhtymä A", LocalDate.of(2026, 12, 31)), keeper);
        assertThat(organisations.validOn(council.code(), LocalDate.of(2026, 12, 31)))
                .hasSize(1);
        assertThat(organisations.validOn(council.code(), LocalDate.of(2027, 1, 1)))
                .isEmpty();
        assertThat(organisations.of(towns.makeRegionalCouncil().code())).isEmpty();
    }

    @Test
    void keepsWhatSomebodyElseChangedMeanwhile() {
        OrganisationId id = organisations.add(council.code(), ended("Liitto B", null), keeper);
        organisations.change(council.code(), id, ended("Liitto C", null), 0, keeper);
        assertThatThrownBy(() -> organisations.change(council.code(), id, ended("Liitto D", null), 0, keeper))
                .isInstanceOf(Conflict.class);
        assertThat(organisations.get(council.code(), id).nameFi()).isEqualTo("Liitto C");
        assertThat(audit.about(council.code(), "organisation:" + id))
                .extracting("action")
                .containsExactly("organisation.changed", "organisation.added");
    }

    @Test
    void refusesANameTwiceAndAddressesThatAreNone() {
        organisations.add(council.code(), ended("Järjestö", null), keeper);
        assertThatThrownBy(() -> organisations.add(council.code(), ended("JÄRJESTÖ", null), keeper))
                .isInstanceOfSatisfying(
                        InvalidInput.class, twice -> assertThat(twice.field()).isEqualTo("nameFi"));
        OrganisationDraft wrong = new OrganisationDraft(
                OrganisationKind.NGO,
                "E",
                "",
                Languages.FINNISH,
                "not an address",
                null,
                "",
                "",
                null,
                null,
                START,
                null);
        assertThatThrownBy(() -> organisations.add(council.code(), wrong, keeper))
                .isInstanceOfSatisfying(
                        InvalidInput.class, bad -> assertThat(bad.field()).isEqualTo("registryEmail"));
    }

    @Test
    void isChangedByItsKeeperAlone() {
        OrganisationId id = organisations.add(council.code(), ended("Liitto", null), keeper);
        Person director = council.person(Role.REGIONAL_DIRECTOR);
        assertThatThrownBy(() -> organisations.add(council.code(), ended("F", null), director))
                .isInstanceOf(Refused.class);
        Town other = towns.makeRegionalCouncil();
        Person stranger = other.person(Role.REGIONAL_COORDINATOR);
        assertThatThrownBy(() -> organisations.change(council.code(), id, ended("F", null), 0, stranger))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> organisations.change(other.code(), id, ended("F", null), 0, stranger))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void isCarriedOnByTheOneItMergedIntoAndThatOnesSuccessor() {
        OrganisationId a = organisations.add(council.code(), ended("A", null), keeper);
        OrganisationId b = organisations.add(council.code(), ended("B", null), keeper);
        OrganisationId c = organisations.add(council.code(), ended("C", null), keeper);
        endings.end(council.code(), a, START.plusYears(1), b, 0, keeper);
        endings.end(council.code(), b, START.plusYears(2), c, 0, keeper);
        assertThat(carrier(a, START.plusYears(1))).isEqualTo(a);
        assertThat(carrier(a, START.plusYears(1).plusDays(1))).isEqualTo(b);
        assertThat(carrier(a, START.plusYears(2).plusDays(1))).isEqualTo(c);
        endings.end(council.code(), c, START.plusYears(3), null, 0, keeper);
        assertThat(carrier(a, START.plusYears(3).plusDays(1))).isNull();
    }

    @Test
    void isNotCarriedOnByItselfByOneItCarriesOnForOrByOneThatHasEnded() {
        OrganisationId a = organisations.add(council.code(), ended("A", null), keeper);
        OrganisationId b = organisations.add(council.code(), ended("B", null), keeper);
        OrganisationId past = organisations.add(council.code(), ended("C", START.plusMonths(1)), keeper);
        endings.end(council.code(), a, START.plusYears(1), b, 0, keeper);
        for (OrganisationId wrong : List.of(b, a, past)) {
            assertThatThrownBy(() -> endings.end(council.code(), b, START.plusMonths(6), wrong, 0, keeper))
                    .isInstanceOfSatisfying(
                            InvalidInput.class, no -> assertThat(no.field()).isEqualTo("successor"));
        }
        assertThatThrownBy(() -> endings.end(council.code(), b, START.minusDays(1), null, 0, keeper))
                .isInstanceOfSatisfying(
                        InvalidInput.class, no -> assertThat(no.field()).isEqualTo("lastActiveDay"));
        assertThatThrownBy(() -> endings.end(council.code(), a, START.plusYears(1), b, 0, keeper))
                .isInstanceOf(Conflict.class);
        Town other = towns.makeRegionalCouncil();
        assertThatThrownBy(() -> endings.end(
                        other.code(), b, START.plusYears(1), null, 0, other.person(Role.REGIONAL_COORDINATOR)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void addsTheRegionsMunicipalitiesOnceAndNoOthers() {
        Town member = towns.make();
        towns.make();
        joinRegion(member);
        assertThat(organisations.addMunicipalities(council.code(), keeper)).isEqualTo(1);
        assertThat(organisations.addMunicipalities(council.code(), keeper)).isZero();
        assertThat(organisations.of(council.code()))
                .extracting(Organisation::represents)
                .containsExactly(member.code());
        Town foreign = towns.make();
        OrganisationDraft wrong = new OrganisationDraft(
                OrganisationKind.MUNICIPALITY,
                "Muu",
                "",
                Languages.FINNISH,
                null,
                null,
                "",
                "",
                null,
                foreign.code(),
                START,
                null);
        assertThatThrownBy(() -> organisations.add(council.code(), wrong, keeper))
                .isInstanceOfSatisfying(
                        InvalidInput.class, bad -> assertThat(bad.field()).isEqualTo("represents"));
    }

    @Test
    void bringsASheetInAsAWholeAndChangesNothingTheSecondTime() {
        Town member = towns.make();
        joinRegion(member);
        byte[] sheet = csv("""
                Laji;Nimi suomeksi;Namn på svenska;Kirjaamon sähköposti;Voimassa alkaen
                kunta;Koekunta;Provkommun;kirjaamo@koekunta.example;1.1.2026
                samkommun;Koulutuskuntayhtymä;;;
                """);
        assertThat(imports.check(council.code(), sheet, keeper).added()).isEqualTo(2);
        assertThat(organisations.of(council.code())).isEmpty();
        assertThat(imports.store(council.code(), sheet, keeper).added()).isEqualTo(2);
        assertThat(imports.store(council.code(), sheet, keeper).same()).isEqualTo(2);
        assertThat(organisations.of(council.code()))
                .extracting(Organisation::nameSv, Organisation::registryEmail, Organisation::represents)
                .containsExactly(
                        tuple("Provkommun", "kirjaamo@koekunta.example", member.code()),
                        tuple("Koulutuskuntayhtymä", null, null));
    }

    @Test
    void storesNothingOfASheetWithMistakesAndTellsThemAll() {
        byte[] sheet = csv("""
                Laji;Nimi suomeksi;Kirjaamon sähköposti;Voimassa asti
                kunta;Yksi;;
                saari;Kaksi;;
                järjestö;Kolme;ei osoite;
                järjestö;yksi;;
                järjestö;;;
                järjestö;Neljä;;eilen
                """);
        OrganisationImport read = imports.store(council.code(), sheet, keeper);
        assertThat(read.problems())
                .extracting(SheetProblem::row, problem -> problem.problem().field())
                .containsExactly(
                        tuple(3, "kind"),
                        tuple(4, "registryEmail"),
                        tuple(5, "nameFi"),
                        tuple(6, "nameFi"),
                        tuple(7, "validUntil"));
        assertThat(organisations.of(council.code())).isEmpty();
    }

    @Test
    void whatIsDownloadedComesBackUnchanged() {
        organisations.add(council.code(), ended("Seurakunta", LocalDate.of(2027, 5, 31)), keeper);
        organisations.add(council.code(), ended("Yritys", null), keeper);
        for (Locale language : List.of(Languages.FINNISH, Languages.SWEDISH)) {
            byte[] workbook = SheetWriter.xlsx(tables.table(council.code(), language));
            assertThat(imports.store(council.code(), workbook, keeper).count(Effect.SAME))
                    .isEqualTo(2);
        }
    }

    private @Nullable OrganisationId carrier(OrganisationId id, LocalDate day) {
        return organisations
                .lineage(council.code())
                .on(day, id)
                .map(Organisation::id)
                .orElse(null);
    }

    private void joinRegion(Town member) {
        jdbc.sql("update hyte.municipality set region_code = :council where code = :town")
                .param("council", council.code().value())
                .param("town", member.code().value())
                .update();
    }

    private static OrganisationDraft ended(String name, @Nullable LocalDate until) {
        return new OrganisationDraft(
                OrganisationKind.JOINT_AUTHORITY,
                name,
                "",
                Languages.FINNISH,
                "kirjaamo@koe.example",
                null,
                "johtaja",
                "",
                null,
                null,
                START,
                until);
    }

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
