package fi.hytekello.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.Conflict;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The kind of a year and the calendar that comes with it. */
@WholeTest
class CycleKindsTest {

    private static final List<MilestoneKind> ONLY_BROAD = List.of(
            MilestoneKind.START_DECISION,
            MilestoneKind.STRUCTURE,
            MilestoneKind.JOYS_AND_CONCERNS,
            MilestoneKind.CONCERN_TESTS);

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Cycles cycles;

    @Autowired
    CycleKinds kinds;

    @Autowired
    Milestones milestones;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Town town;

    @BeforeEach
    void makeTown() {
        town = towns.make();
    }

    @Test
    void suggestsTheFirstFullYearOfEveryCouncil() {
        assertThat(suggested(2025)).isEqualTo(KindSuggestion.Reason.TERM_BEGINS);
        assertThat(suggested(2026)).isEqualTo(KindSuggestion.Reason.FIRST_FULL_YEAR);
        assertThat(suggested(2028)).isEqualTo(KindSuggestion.Reason.LAST_CHANCE);
        assertThat(suggested(2029)).isEqualTo(KindSuggestion.Reason.TERM_BEGINS);
        assertThat(suggested(2030)).isEqualTo(KindSuggestion.Reason.FIRST_FULL_YEAR);
        assertThat(suggested(2099)).isEqualTo(KindSuggestion.Reason.TERM_UNKNOWN);
    }

    @Test
    void oneBroadYearIsEnoughForItsTermAndOnlyForThat() {
        broadYear(2026);
        assertThat(suggested(2027)).isEqualTo(KindSuggestion.Reason.BROAD_EXISTS);
        assertThat(suggested(2028)).isEqualTo(KindSuggestion.Reason.BROAD_EXISTS);
        assertThat(suggested(2026)).isEqualTo(KindSuggestion.Reason.FIRST_FULL_YEAR);
        assertThat(suggested(2030)).isEqualTo(KindSuggestion.Reason.FIRST_FULL_YEAR);
    }

    @Test
    void eachKindHasItsOwnCalendarInTheOrderOfTheProcess() {
        Cycle annual = start(Cycle.Kind.ANNUAL);
        assertThat(milestones.of(annual.id()))
                .extracting(Milestone::kind)
                .doesNotContainAnyElementsOf(ONLY_BROAD)
                .contains(MilestoneKind.BUDGET_COUNCIL);
        town = towns.make();
        List<Milestone> broad = milestones.of(start(Cycle.Kind.BROAD).id());
        assertThat(broad).extracting(Milestone::kind).containsAll(ONLY_BROAD);
        assertThat(broad).extracting(Milestone::plannedOn).isSorted();
        for (Milestone milestone : broad) {
            LocalDate opens = milestone.opensOn();
            assertThat(opens == null || opens.isBefore(milestone.plannedOn()))
                    .as(milestone.kind().name())
                    .isTrue();
        }
        assertThat(date(broad, MilestoneKind.REPORT_PUBLICATION)).isBefore(opening(broad, MilestoneKind.PROPOSALS));
        assertThat(date(broad, MilestoneKind.CONCERN_TESTS)).isBefore(opening(broad, MilestoneKind.MEASURE_REPORTS));
        assertThat(date(broad, MilestoneKind.RECONCILIATION)).isBefore(opening(broad, MilestoneKind.BUDGET_LINKS));
        assertThat(opening(broad, MilestoneKind.COUNTY_NEGOTIATION)).hasMonth(Month.SEPTEMBER);
        assertThat(opening(broad, MilestoneKind.FOLLOW_UP)).isBefore(date(broad, MilestoneKind.FOLLOW_UP));
        assertThat(broad)
                .extracting(Milestone::kind)
                .endsWith(MilestoneKind.FOLLOW_UP, MilestoneKind.FOLLOW_UP_SUMMARY, MilestoneKind.FOLLOW_UP_BOARD);
    }

    @Test
    void theKindChangesWithItsCalendarUntilTheManagerHasConfirmed() {
        Cycle cycle = start(Cycle.Kind.ANNUAL);
        kinds.change(cycle.id(), Cycle.Kind.BROAD);
        assertThat(cycles.get(cycle.id()).kind()).isEqualTo(Cycle.Kind.BROAD);
        assertThat(milestones.of(cycle.id())).extracting(Milestone::kind).containsAll(ONLY_BROAD);
        kinds.change(cycle.id(), Cycle.Kind.ANNUAL);
        assertThat(milestones.of(cycle.id())).extracting(Milestone::kind).doesNotContainAnyElementsOf(ONLY_BROAD);
        planning.confirm(cycle.id());
        assertThatThrownBy(() -> kinds.change(cycle.id(), Cycle.Kind.BROAD)).isInstanceOf(Conflict.class);
    }

    @Test
    void theDayOfTheOpeningStaysWhenTheKindChanges() {
        Cycle cycle = start(Cycle.Kind.ANNUAL);
        LocalDate opening = LocalDate.of(cycle.year(), 1, 20);
        planning.plan(
                cycle.id(),
                NewDates.due(java.util.Map.of(
                        MilestoneKind.CYCLE_OPENING,
                        opening,
                        MilestoneKind.REPORT_DRAFT,
                        LocalDate.of(cycle.year(), 3, 3))));
        kinds.change(cycle.id(), Cycle.Kind.BROAD);
        assertThat(milestones.get(cycle.id(), MilestoneKind.CYCLE_OPENING).plannedOn())
                .isEqualTo(opening);
        assertThat(milestones.get(cycle.id(), MilestoneKind.REPORT_DRAFT).plannedOn())
                .isEqualTo(LocalDate.of(cycle.year(), 5, 31));
    }

    @Test
    void aBroadYearThatIsTurnedDownGoesOnWithTheAnnualCalendar() {
        Cycle cycle = start(Cycle.Kind.BROAD);
        planning.confirm(cycle.id());
        kinds.continueAsAnnual(cycle.id());
        kinds.continueAsAnnual(cycle.id());
        assertThat(cycles.get(cycle.id()).kind()).isEqualTo(Cycle.Kind.ANNUAL);
        assertThat(milestones.of(cycle.id())).extracting(Milestone::kind).doesNotContainAnyElementsOf(ONLY_BROAD);
    }

    @Test
    void warnsOfATermThatIsAboutToGoWithout() {
        assertThat(kinds.leavesTermWithout(year(2026, "ANNUAL"))).isTrue();
        assertThat(kinds.leavesTermWithout(year(2027, "ANNUAL"))).isTrue();
        assertThat(kinds.leavesTermWithout(broadYear(2028))).isFalse();
        assertThat(kinds.leavesTermWithout(cycles.find(town.code(), 2027).orElseThrow()))
                .isFalse();
    }

    private KindSuggestion.Reason suggested(int year) {
        return kinds.suggest(town.code(), year).reason();
    }

    private Cycle start(Cycle.Kind kind) {
        return planning.start(town.code(), LocalDate.now(clock).getYear() + 1, kind, town.person(Role.COORDINATOR));
    }

    private Cycle broadYear(int year) {
        return year(year, "BROAD");
    }

    private Cycle year(int year, String kind) {
        jdbc.sql("""
                        insert into hyte.cycle (municipality_code, year, kind, created_at, created_by)
                        values (:town, :year, :kind, now(), 'test')""")
                .param("town", town.code().value())
                .param("year", year)
                .param("kind", kind)
                .update();
        return cycles.find(town.code(), year).orElseThrow();
    }

    private static LocalDate date(List<Milestone> calendar, MilestoneKind kind) {
        return one(calendar, kind).plannedOn();
    }

    private static LocalDate opening(List<Milestone> calendar, MilestoneKind kind) {
        return java.util.Objects.requireNonNull(one(calendar, kind).opensOn());
    }

    private static Milestone one(List<Milestone> calendar, MilestoneKind kind) {
        return calendar.stream()
                .filter(milestone -> milestone.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
