package fi.hytekello.body;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.body.LeadRotation.Lead;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.MunicipalityCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Three organisations, three years each, from the beginning of 2026. */
class LeadRotationTest {

    private static final LocalDate SINCE = LocalDate.of(2026, 1, 1);
    private static final LeadRotation ROTATION =
            new LeadRotation(3, SINCE, List.of(new OrganisationId(1), new OrganisationId(2), new OrganisationId(3)));

    @Test
    void theNextOfTheListLeadsEveryThreeYearsRoundAndRound() {
        Lineage all = Lineage.of(List.of(one(1), one(2), one(3)));
        assertThat(turn("2026-01-01", all)).isEqualTo("1 until 2028-12-31 then 2");
        assertThat(turn("2028-12-31", all)).isEqualTo("1 until 2028-12-31 then 2");
        assertThat(turn("2029-01-01", all)).isEqualTo("2 until 2031-12-31 then 3");
        assertThat(turn("2034-12-31", all)).isEqualTo("3 until 2034-12-31 then 1");
        assertThat(turn("2035-01-01", all)).isEqualTo("1 until 2037-12-31 then 2");
        assertThat(turn("2025-12-31", all)).isEqualTo("none");
    }

    @Test
    void theChangeIsNearHalfAYearAhead() {
        Lead lead = ROTATION.on(SINCE, Lineage.of(List.of(one(1), one(2)))).orElseThrow();
        assertThat(lead.endsSoonOn(LocalDate.of(2028, 6, 30))).isFalse();
        assertThat(lead.endsSoonOn(LocalDate.of(2028, 7, 1))).isTrue();
    }

    @Test
    void whoHasEndedBeforeItsTurnIsPassedOverAndTheTurnIsNotServedTwice() {
        Lineage without = Lineage.of(List.of(one(1), ended(2, "2028-06-30", null), one(3)));
        assertThat(turn("2026-01-01", without)).isEqualTo("1 until 2028-12-31 then 3");
        assertThat(turn("2029-01-01", without)).isEqualTo("3 until 2031-12-31 then 1");
        assertThat(turn("2032-01-01", without)).isEqualTo("1 until 2034-12-31 then 3");
    }

    @Test
    void whoEndsWithinItsTurnIsFollowedByItsSuccessorElseByTheNext() {
        Lineage merged = Lineage.of(List.of(ended(1, "2027-12-31", 4L), one(2), one(3), one(4)));
        assertThat(turn("2028-01-01", merged)).isEqualTo("4 until 2028-12-31 then 2");
        Lineage dissolved = Lineage.of(List.of(ended(1, "2027-12-31", null), one(2), one(3)));
        assertThat(turn("2028-01-01", dissolved)).isEqualTo("2 until 2028-12-31 then 3");
    }

    @Test
    void nobodyLeadsWhereNobodyIsLeft() {
        Lineage gone = Lineage.of(List.of(ended(1, "2027-12-31", null)));
        assertThat(turn("2027-12-31", gone)).isEqualTo("1 until 2028-12-31 then 1");
        assertThat(turn("2028-01-01", gone)).isEqualTo("none");
        assertThat(turn("2030-01-01", gone)).isEqualTo("none");
    }

    private static String turn(String day, Lineage lineage) {
        return ROTATION.on(LocalDate.parse(day), lineage)
                .map(lead -> lead.now().id() + " until " + lead.until() + " then "
                        + lead.next().id())
                .orElse("none");
    }

    private static Organisation one(long id) {
        return organisation(id, null, null);
    }

    private static Organisation ended(long id, String last, @Nullable Long successor) {
        return organisation(id, LocalDate.parse(last), successor == null ? null : new OrganisationId(successor));
    }

    private static Organisation organisation(long id, @Nullable LocalDate until, @Nullable OrganisationId successor) {
        return new Organisation(
                new OrganisationId(id),
                new MunicipalityCode("KH"),
                OrganisationKind.NGO,
                "Organisaatio " + id,
                "Organisation " + id,
                Languages.FINNISH,
                null,
                null,
                "",
                "",
                null,
                null,
                LocalDate.of(2020, 1, 1),
                until,
                successor,
                0);
    }
}
