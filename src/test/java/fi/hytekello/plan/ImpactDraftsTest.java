package fi.hytekello.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A department screens and assesses its proposals before it submits them. */
@WholeTest
class ImpactDraftsTest {

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Goals goals;

    @Autowired
    Measures measures;

    @Autowired
    ProposalDrafts proposalDrafts;

    @Autowired
    Proposals proposals;

    @Autowired
    ImpactDrafts drafts;

    @Autowired
    ImpactAssessments assessments;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Town town;
    private Cycle cycle;
    private GoalId goal;
    private Username by;
    private MeasureId id;

    @BeforeEach
    void propose() {
        town = towns.make();
        cycle = planning.start(town.code(), LocalDate.now(clock).getYear() + 1, town.person(Role.COORDINATOR));
        goal = goals.add(cycle.id(), "Nuorten yksinäisyys vähenee", null, null);
        by = town.person(Role.DEPARTMENT, Town.EDUCATION).username();
        id = proposalDrafts.add(cycle.id(), Town.EDUCATION, by);
        cost("1000");
    }

    @ParameterizedTest
    @CsvSource({
        "99999.99, NOT_NEEDED, NO_CRITERION",
        "100000, FULL, COST_LIMIT",
        "100000.00, FULL, COST_LIMIT",
        "100000.01, FULL, COST_LIMIT"
    })
    void theLimitIsReachedAtJustThisSum(String euro, ImpactNeed need, ImpactReason reason) {
        screen();
        cost(euro);
        assertThat(now().finding()).isEqualTo(new ImpactFinding(need, reason));
    }

    @Test
    void theLimitIsTheMunicipalitysOwn() {
        screen();
        jdbc.sql("update hyte.municipality set impact_cost_limit = 1000 where code = :code")
                .param("code", town.code().value())
                .update();
        assertThat(now().need()).isEqualTo(ImpactNeed.FULL);
        assertThat(now().costLimit()).isEqualByComparingTo("1000");
    }

    @Test
    void submissionIsRefusedUntilTheScreeningIsAnswered() {
        assertThatThrownBy(this::submit)
                .isInstanceOf(InvalidInput.class)
                .satisfies(refused -> assertThat((InvalidInput) refused)
                        .returns("rows[1].impact", InvalidInput::field)
                        .returns("problem.impact.unanswered", InvalidInput::messageKey));
        screen();
        submit();
        assertThat(proposals.of(cycle.id(), Town.EDUCATION).state()).isEqualTo(ProposalState.CONFIRMING);
    }

    @Test
    void submissionIsRefusedUntilTheNeededAssessmentIsWhole() {
        screen(ImpactCriterion.RESIDENTS);
        assertThatThrownBy(this::submit).extracting("messageKey").isEqualTo("problem.impact.short");
        describeAll();
        assertThatThrownBy(this::submit).extracting("messageKey").isEqualTo("problem.impact.short");
        conclude();
        submit();
        assertThat(now().isComplete()).isTrue();
        assertThatThrownBy(this::conclude).isInstanceOf(Conflict.class);
    }

    @Test
    void aDearerMeasureNeedsMoreThanItsShortAssessment() {
        screen(ImpactCriterion.RESIDENTS);
        describeAll();
        conclude();
        cost("250000");
        assertThat(now().need()).isEqualTo(ImpactNeed.FULL);
        assertThatThrownBy(this::submit).extracting("messageKey").isEqualTo("problem.impact.full");
    }

    @Test
    void theReasonForDoingLessIsWrittenAnewWhenTheNeedHasGrown() {
        choose(ImpactNeed.NOT_NEEDED, null, ImpactCriterion.RESIDENTS);
        assertThatThrownBy(this::submit).extracting("messageKey").isEqualTo("problem.impact.reason");
        choose(ImpactNeed.NOT_NEEDED, "Arvioitu jo hankkeessa.", ImpactCriterion.RESIDENTS);
        assertThat(now().need()).isEqualTo(ImpactNeed.NOT_NEEDED);
        choose(ImpactNeed.NOT_NEEDED, "Arvioitu jo hankkeessa.", ImpactCriterion.SERVICES);
        assertThat(now().need()).isEqualTo(ImpactNeed.FULL);
        assertThatThrownBy(this::submit).extracting("messageKey").isEqualTo("problem.impact.lapsed");
        choose(ImpactNeed.NOT_NEEDED, "Palveluverkkoselvityksessä arvioitu.", ImpactCriterion.SERVICES);
        submit();
        assertThat(jdbc.sql("""
                        select count(*) from hyte.audit_event
                        where cycle_id = :cycle and action = 'impact.screened'""")
                        .param("cycle", cycle.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void ofTwoPeopleAtOnePartTheSecondIsTold() {
        screen();
        assertThatThrownBy(this::screenAnew).isInstanceOf(Conflict.class);
        describe(0, ImpactViewpoint.RESIDENTS, 0);
        assertThatThrownBy(() -> describe(0, ImpactViewpoint.RESIDENTS, 0, "toisen sanat"))
                .isInstanceOf(Conflict.class);
        describe(0, ImpactViewpoint.RESIDENTS, 1, "uudet sanat");
        conclude();
        assertThatThrownBy(this::conclude).isInstanceOf(Conflict.class);
        assertThat(now().alternatives().get(0).effect(ImpactViewpoint.RESIDENTS))
                .returns("uudet sanat", ImpactEffect::shortTerm)
                .returns(2, ImpactEffect::version);
    }

    @Test
    void furtherAlternativesAreNamedComparedAndTakenAway() {
        assertThatThrownBy(() -> drafts.addAlternative(cycle.id(), Town.EDUCATION, id, "  "))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("alternativeName");
        int bought = drafts.addAlternative(cycle.id(), Town.EDUCATION, id, " Ostopalvelu ");
        assertThat(bought).isEqualTo(2);
        describe(bought, ImpactViewpoint.FINANCES, 0);
        drafts.renameAlternative(cycle.id(), Town.EDUCATION, id, bought, "Ostopalveluna", 1);
        assertThatThrownBy(() -> drafts.removeAlternative(cycle.id(), Town.EDUCATION, id, bought, 1))
                .isInstanceOf(Conflict.class);
        assertThat(now().alternatives())
                .extracting(ImpactAlternative::name)
                .containsExactly(null, null, "Ostopalveluna");
        drafts.removeAlternative(cycle.id(), Town.EDUCATION, id, bought, 2);
        assertThat(now().alternatives()).hasSize(2);
        assertThatThrownBy(() -> drafts.removeAlternative(cycle.id(), Town.EDUCATION, id, ImpactAlternative.ZERO, 1))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> describe(bought, ImpactViewpoint.FINANCES, 0)).isInstanceOf(NotFound.class);
        for (int i = 2; i < ImpactDrafts.MOST_ALTERNATIVES; i++) {
            drafts.addAlternative(cycle.id(), Town.EDUCATION, id, "vaihtoehto " + i);
        }
        assertThatThrownBy(() -> drafts.addAlternative(cycle.id(), Town.EDUCATION, id, "liikaa"))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void anAssessmentIsItsOwnDepartmentsOnlyAndGoesWithItsMeasure() {
        assertThatThrownBy(() -> drafts.screen(cycle.id(), Town.TECHNICAL, id, ImpactScreening.UNANSWERED, by))
                .isInstanceOf(NotFound.class);
        screen(ImpactCriterion.RESIDENTS);
        describeAll();
        proposalDrafts.delete(cycle.id(), Town.EDUCATION, id, measures.get(id).version());
        assertThat(jdbc.sql("select count(*) from hyte.impact_effect where measure_id = :id")
                        .param("id", id.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void childrenAreAViewpointWhereTheMeasureIsForThemOrTheDepartmentSaysSo() {
        assertThat(now().viewpoints()).contains(ImpactViewpoint.CHILDREN);
        MeasureId other = proposalDrafts.add(cycle.id(), Town.EDUCATION, by);
        assertThat(assessments.of(measures.get(other)).viewpoints()).doesNotContain(ImpactViewpoint.CHILDREN);
        drafts.screen(
                cycle.id(), Town.EDUCATION, other, new ImpactScreening(Set.of(), true, true, null, null, null, 0), by);
        assertThat(assessments.of(measures.get(other)).viewpoints()).contains(ImpactViewpoint.CHILDREN);
    }

    @Test
    void theWholeYearIsReadAtOnceWithEveryMeasure() {
        MeasureId other = proposalDrafts.add(cycle.id(), Town.TECHNICAL, by);
        screen(ImpactCriterion.RESIDENTS);
        describeAll();
        Map<MeasureId, ImpactAssessment> all = assessments.of(cycle.id());
        assertThat(all).containsOnlyKeys(id, other);
        assertThat(Objects.requireNonNull(all.get(id)).effectsOpen()).isZero();
        assertThat(Objects.requireNonNull(all.get(other)).need()).isNull();
    }

    private void cost(String euro) {
        MeasureContent whole = MeasureTest.content(
                new BigDecimal(euro),
                false,
                LocalDate.of(cycle.year() + 1, 1, 1),
                LocalDate.of(cycle.year() + 1, 12, 31));
        proposalDrafts.revise(
                cycle.id(),
                Town.EDUCATION,
                id,
                new MeasureContent(
                        goal,
                        whole.title(),
                        by,
                        town.person(Role.DEPARTMENT_DIRECTOR, Town.EDUCATION).username(),
                        whole.euro(),
                        null,
                        null,
                        false,
                        null,
                        null,
                        null,
                        whole.startsOn(),
                        whole.endsOn(),
                        whole.populationGroup(),
                        whole.scopes()),
                measures.get(id).version(),
                by);
    }

    private void screen(ImpactCriterion... criteria) {
        choose(null, null, criteria);
    }

    private void screenAnew() {
        drafts.screen(
                cycle.id(),
                Town.EDUCATION,
                id,
                new ImpactScreening(Set.of(ImpactCriterion.STAFF), false, false, null, null, null, 0),
                by);
    }

    private void choose(@Nullable ImpactNeed need, @Nullable String reason, ImpactCriterion... criteria) {
        drafts.screen(
                cycle.id(),
                Town.EDUCATION,
                id,
                new ImpactScreening(
                        Set.of(criteria),
                        criteria.length == 0,
                        false,
                        null,
                        need,
                        reason,
                        now().screening().version()),
                by);
    }

    private void describeAll() {
        for (ImpactAlternative alternative : now().alternatives()) {
            for (ImpactViewpoint viewpoint : now().viewpoints()) {
                describe(alternative.number(), viewpoint, 0);
            }
        }
    }

    private void describe(int alternative, ImpactViewpoint viewpoint, int version) {
        describe(alternative, viewpoint, version, "paranee");
    }

    private void describe(int alternative, ImpactViewpoint viewpoint, int version, String words) {
        drafts.describe(
                cycle.id(),
                Town.EDUCATION,
                id,
                alternative,
                viewpoint,
                new ImpactEffect(EffectDirection.POSITIVE, words, null, version),
                by);
    }

    private void conclude() {
        drafts.summarise(
                cycle.id(), Town.EDUCATION, id, new ImpactSummary("toteutetaan", null, null, null, null, 0), by);
    }

    private void submit() {
        proposals.submit(cycle.id(), Town.EDUCATION, null);
    }

    private ImpactAssessment now() {
        return assessments.of(measures.get(id));
    }
}
