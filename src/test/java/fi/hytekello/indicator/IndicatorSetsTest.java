package fi.hytekello.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.indicator.IndicatorSet.Code;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** In a transaction of their own, as the sets are everybody's. */
@WholeTest
@Transactional
class IndicatorSetsTest {

    private static final int CROWDED = 183;
    private static final int OVERWEIGHT = 3906;

    @Autowired
    Towns towns;

    @Autowired
    ShippedSets shipped;

    @Autowired
    IndicatorSets sets;

    @Autowired
    SetChoices choices;

    @Autowired
    OwnSets own;

    @Autowired
    Snapshots snapshots;

    @Autowired
    Indicators indicators;

    @Autowired
    LightRules rules;

    @Autowired
    CoefficientResults results;

    @Autowired
    JdbcClient jdbc;

    private Town town;
    private CycleId year;

    @BeforeEach
    void makeYear() {
        shipped.load();
        town = towns.make();
        year = cycle(2040);
    }

    @Test
    void shipsEachSetOnceWithCandidatesMarkedAndKeepsWhatIsThere() {
        shipped.load();
        assertThat(sets.choices(year))
                .extracting(IndicatorSet::code, IndicatorSet::version, IndicatorSet::year, IndicatorSet::size)
                .containsExactly(
                        tuple(Code.STARTER, 1, null, 33),
                        tuple(Code.MINIMUM, 1, null, 80),
                        tuple(Code.HYTE_COEFFICIENT, 1, 2026, 11));
        choices.choose(year, Set.of(id(Code.HYTE_COEFFICIENT)), town.person(Role.COORDINATOR));
        assertThat(sets.members(year))
                .filteredOn(SetMember::certain)
                .extracting(member -> member.indicator().id())
                .containsExactlyInAnyOrder(4072, 4093, 4094);
    }

    @Test
    void followsTheStarterSetUntilSomebodyChooses() {
        assertThat(sets.chosen(year)).extracting(IndicatorSet::code).containsExactly(Code.STARTER);
        choices.choose(year, Set.of(id(Code.MINIMUM), id(Code.HYTE_COEFFICIENT)), town.person(Role.ADMIN));
        assertThat(sets.chosen(year))
                .extracting(IndicatorSet::code)
                .containsExactly(Code.HYTE_COEFFICIENT, Code.MINIMUM);
        assertThat(sets.followed(year)).isEqualTo(80);
        snapshots.freeze(year);
        assertThat(frozen(year)).contains(OVERWEIGHT).hasSize((int)
                sets.members(year).stream().filter(SetMember::owned).count());
    }

    @Test
    void keepsAYearsVersionWhenTheProductBringsANewOne() {
        CycleId earlier = year;
        jdbc.sql("""
                        with next as (insert into hyte.indicator_set (code, version, created_at)
                            values ('STARTER', '2', now() + interval '1 hour') returning id)
                        insert into hyte.indicator_set_member (set_id, indicator_id) select id, 183 from next""").update();
        assertThat(sets.chosen(earlier)).extracting(IndicatorSet::version).containsExactly(1);
        CycleId later = cycle(2041);
        jdbc.sql("update hyte.cycle set created_at = now() + interval '2 hours' where id = :id")
                .param("id", later.value())
                .update();
        assertThat(sets.chosen(later)).extracting(IndicatorSet::version).containsExactly(2);
        snapshots.freeze(later);
        assertThat(frozen(later)).containsExactly(CROWDED);
    }

    @Test
    void leavesAnIndicatorOutOnlyWithAReasonAndTakesItBack() {
        refused("reason[183]", () -> choices.leaveOut(year, CROWDED, " ", town.person(Role.COORDINATOR)));
        refused("reason[183]", () -> choices.leaveOut(year, CROWDED, "x".repeat(1001), town.person(Role.COORDINATOR)));
        assertThatThrownBy(() -> choices.leaveOut(year, OVERWEIGHT, "Ei ole.", town.person(Role.COORDINATOR)))
                .isInstanceOf(NotFound.class);
        choices.leaveOut(year, CROWDED, "Asunnot ovat väljiä.", town.person(Role.COORDINATOR));
        assertThat(member(CROWDED).leftOutBecause()).isEqualTo("Asunnot ovat väljiä.");
        assertThat(sets.followed(year)).isEqualTo(32);
        choices.takeBack(year, CROWDED, town.person(Role.COORDINATOR));
        choices.takeBack(year, CROWDED, town.person(Role.COORDINATOR));
        assertThat(sets.followed(year)).isEqualTo(33);
        choices.leaveOut(year, CROWDED, "Asunnot ovat väljiä.", town.person(Role.COORDINATOR));
        snapshots.freeze(year);
        assertThat(frozen(year)).isNotEmpty().doesNotContain(CROWDED);
    }

    @Test
    void offersAMunicipalitysOwnIndicatorToNobodyElse() {
        Town other = towns.make();
        int foreign = jdbc.sql("""
                        insert into hyte.indicator (id, title_fi, title_sv, unit_fi, unit_sv, direction, theme,
                            department_code, producer_fi, producer_sv, municipality_code)
                        values (1999999, 'Naapurin mittari', 'Grannens mätare', '%', '%', 'CONTEXT', 'WORK', 'education',
                            'Naapuri', 'Grannen', :other) returning id""")
                .param("other", other.code().value())
                .query(Integer.class)
                .single();
        assertThat(own.choices(other.code())).extracting(OwnSets.Choice::id).contains(foreign);
        assertThat(own.choices(town.code())).extracting(OwnSets.Choice::id).doesNotContain(foreign);
        refused("addedIndicator", () -> own.add(year, "" + foreign, town.person(Role.COORDINATOR)));
        assertThat(rules.of(other.code(), foreign).indicator().id()).isEqualTo(foreign);
        assertThatThrownBy(() -> rules.of(town.code(), foreign)).isInstanceOf(NotFound.class);
    }

    @Test
    void addsToTheOwnSetWithoutAReasonBesideTheStarterSet() {
        refused("addedIndicator", () -> own.add(year, "Olematon mittari", town.person(Role.COORDINATOR)));
        String label = own.choices(town.code()).stream()
                .filter(choice -> choice.id() == OVERWEIGHT)
                .findFirst()
                .orElseThrow()
                .label(Locale.forLanguageTag("sv"));
        own.add(year, label, town.person(Role.COORDINATOR));
        own.add(year, "3906", town.person(Role.COORDINATOR));
        assertThat(sets.chosen(year)).extracting(IndicatorSet::code).containsExactly(Code.OWN, Code.STARTER);
        assertThat(member(OVERWEIGHT).isRecommended()).isFalse();
        assertThat(member(OVERWEIGHT).isOwn()).isTrue();
        assertThat(sets.followed(year)).isEqualTo(34);
        own.remove(year, OVERWEIGHT, town.person(Role.COORDINATOR));
        own.remove(year, OVERWEIGHT, town.person(Role.COORDINATOR));
        assertThat(sets.followed(year)).isEqualTo(33);
    }

    @Test
    void makesANewVersionOfTheOwnSetWhereAnotherYearFollowsIt() {
        own.add(year, "3906", town.person(Role.COORDINATOR));
        snapshots.freeze(year);
        CycleId next = cycle(2041);
        own.add(next, "4094", town.person(Role.COORDINATOR));
        assertThat(versions(year)).containsExactly(1);
        assertThat(versions(next)).containsExactly(2);
        assertThat(sets.members(year))
                .extracting(one -> one.indicator().id())
                .contains(OVERWEIGHT)
                .doesNotContain(4094);
        assertThat(sets.members(next)).extracting(one -> one.indicator().id()).contains(OVERWEIGHT, 4094);
        own.remove(next, OVERWEIGHT, town.person(Role.COORDINATOR));
        assertThat(versions(next)).containsExactly(2);
        assertThat(sets.members(year)).extracting(one -> one.indicator().id()).contains(OVERWEIGHT);
    }

    @Test
    void changesNothingAfterFreezingAndNothingForOthers() {
        Town other = towns.make();
        for (ThrowingCallable strange : List.<ThrowingCallable>of(
                () -> choices.choose(year, Set.of(id(Code.MINIMUM)), other.person(Role.COORDINATOR)),
                () -> own.add(year, "3906", other.person(Role.COORDINATOR)))) {
            assertThatThrownBy(strange).isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> choices.choose(year, Set.of(id(Code.MINIMUM)), town.person(Role.MANAGER)))
                .isInstanceOf(Refused.class);
        refused("sets", () -> choices.choose(year, Set.of(), town.person(Role.COORDINATOR)));
        refused("sets", () -> choices.choose(year, Set.of(id(Code.MINIMUM), -1L), town.person(Role.COORDINATOR)));
        snapshots.freeze(year);
        for (ThrowingCallable late : List.<ThrowingCallable>of(
                () -> choices.choose(year, Set.of(id(Code.MINIMUM)), town.person(Role.COORDINATOR)),
                () -> choices.leaveOut(year, CROWDED, "Syy", town.person(Role.COORDINATOR)),
                () -> choices.takeBack(year, CROWDED, town.person(Role.COORDINATOR)),
                () -> own.add(year, "3906", town.person(Role.COORDINATOR)),
                () -> own.remove(year, OVERWEIGHT, town.person(Role.COORDINATOR)))) {
            assertThatThrownBy(late).isInstanceOf(Conflict.class);
        }
    }

    @Test
    void keepsTheOwnResultOfTheCoefficientByYear() {
        store(2026, "61.5", "18.2", 112);
        store(2025, "60", null, null);
        store(2026, "62.5", "18.2", 110);
        assertThat(results.of(town.code()))
                .extracting(CoefficientResults.Result::year, CoefficientResults.Result::rank)
                .containsExactly(tuple(2026, 110), tuple(2025, null));
        store(2025, null, null, null);
        assertThat(results.of(town.code())).hasSize(1);
        refused("year", () -> store(2022, "60", null, null));
        refused("points", () -> store(2026, "100.1", null, null));
        refused("euroPerResident", () -> store(2026, null, "-1", null));
        refused("rank", () -> store(2026, null, null, 0));
        assertThatThrownBy(() -> results.store(
                        town.code(),
                        new CoefficientResults.Result(2026, BigDecimal.ONE, null, null),
                        town.person(Role.FINANCE)))
                .isInstanceOf(Refused.class);
    }

    private void store(int of, @Nullable String points, @Nullable String euro, @Nullable Integer rank) {
        results.store(
                town.code(),
                new CoefficientResults.Result(of, decimal(points), decimal(euro), rank),
                town.person(Role.COORDINATOR));
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static void refused(String field, ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo(field);
    }

    private List<Integer> versions(CycleId of) {
        return sets.chosen(of).stream()
                .filter(set -> set.code() == Code.OWN)
                .map(IndicatorSet::version)
                .toList();
    }

    private SetMember member(int indicator) {
        return sets.members(year).stream()
                .filter(member -> member.indicator().id() == indicator)
                .findFirst()
                .orElseThrow();
    }

    private List<Integer> frozen(CycleId of) {
        return indicators.of(of).stream().map(value -> value.indicator().id()).toList();
    }

    private long id(Code code) {
        return sets.choices(year).stream()
                .filter(set -> set.code() == code)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private CycleId cycle(int of) {
        return new CycleId(jdbc.sql("""
                        insert into hyte.cycle (municipality_code, year, created_at, created_by)
                        values (:town, :year, now(), 'test') returning id""")
                .param("town", town.code().value())
                .param("year", of)
                .query(Long.class)
                .single());
    }
}
