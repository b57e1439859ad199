package fi.hytekello.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.WholeTest;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Juva and its neighbours with the shipped values; the expected figures were computed from the source by hand. */
@WholeTest
class IndicatorReviewTest {

    private static final AtomicInteger YEAR = new AtomicInteger(2040);
    private static final DepartmentCode VITALITY = new DepartmentCode("vitality");
    private static final DepartmentCode WELLBEING = new DepartmentCode("wellbeing");
    private static final Username SOMEBODY = new Username("elinvoima.juva");
    private static final List<String> ETELA_SAVO =
            List.of("046", "097", "178", "213", "491", "507", "588", "593", "623", "681", "740", "768");

    @Autowired
    ShippedIndicators shipped;

    @Autowired
    Snapshots snapshots;

    @Autowired
    Indicators indicators;

    @Autowired
    Revisions revisions;

    @Autowired
    IndicatorReviewing reviewing;

    @Autowired
    JdbcClient jdbc;

    private CycleId juva;

    @BeforeEach
    void freezeJuva() {
        shipped.load();
        jdbc.sql("""
                        insert into hyte.county (code, name_fi, name_sv)
                        values ('ES', 'Etelä-Savon hyvinvointialue', 'Södra Savolax välfärdsområde')
                        on conflict do nothing""").update();
        jdbc.sql("""
                        insert into hyte.municipality (code, name_fi, name_sv, county_code)
                        select code, code, code, 'ES' from unnest(:codes::text[]) as code on conflict do nothing""").param("codes", ETELA_SAVO.toArray(String[]::new)).update();
        jdbc.sql("""
                        insert into hyte.department (municipality_code, code, name_fi, name_sv)
                        select m, d, d, d from unnest(array['178', '623']) as m,
                            unnest(array['administration', 'culture', 'education', 'technical', 'vitality', 'wellbeing'])
                                as d
                        on conflict do nothing""").update();
        juva = cycle("178", YEAR.getAndIncrement());
        snapshots.freeze(juva);
    }

    @Test
    void loadsTheShippedValuesOnce() {
        shipped.load();
        assertThat(count("select count(*) from hyte.observation where region_id < 900000"))
                .isEqualTo(214_903);
        assertThat(count("select count(*) from hyte.indicator where municipality_code is null"))
                .isEqualTo(118);
        assertThat(count("select count(*) from hyte.indicator_set_member m join hyte.indicator_set s on s.id = m.set_id"
                        + " where s.code = 'STARTER'"))
                .isEqualTo(33);
    }

    @Test
    void takesTheNewestValueWithItsOwnYearAndTheMedianOfTheCounty() {
        SnapshotValue unemployment = value(juva, 181);
        assertThat(unemployment.year()).isEqualTo(2011);
        assertThat(unemployment.value()).isEqualByComparingTo("7.6");
        assertThat(unemployment.comparison()).isEqualByComparingTo("10.2");
        assertThat(unemployment.standing()).isEqualTo(standing(0, ValueStatus.OK, new BigDecimal("-25.5")));
        assertThat(value(juva, 127).year()).isEqualTo(2012);
        assertThat(value(juva, 3099).comparison()).isEqualByComparingTo("18.95");
    }

    @Test
    void leavesAnIndicatorWithoutAValueEmpty() {
        assertThat(value(juva, 189).standing()).isEqualTo(standing(null, ValueStatus.MISSING, null));
    }

    @Test
    void tellsAValueThatLagsBehindItsSource() {
        CycleId puumala = cycle("623", YEAR.getAndIncrement());
        snapshots.freeze(puumala);
        SnapshotValue old = value(puumala, 4);
        assertThat(old.year()).isEqualTo(1999);
        assertThat(old.sourceYear()).isEqualTo(2011);
        assertThat(old.standing().ageYears()).isEqualTo(12);
    }

    @Test
    void seesNoValueOfALaterYearThanTheCycle() {
        CycleId past = cycle("178", 2005);
        snapshots.freeze(past);
        assertThat(indicators.of(past)).hasSize(33).allSatisfy(value -> {
            assertThat(value.year() == null || value.year() <= 2005).isTrue();
            assertThat(value.sourceYear() == null || value.sourceYear() <= 2005).isTrue();
        });
    }

    @Test
    void freezesACycleOnceSoThatItsReportDoesNotChange() {
        light(181, Light.RED);
        reviewing.explain(juva, VITALITY, 181, "Tehdas suljettiin.", true, SOMEBODY);
        List<SnapshotValue> before = indicators.of(juva);
        snapshots.freeze(juva);
        assertThat(indicators.of(juva)).isEqualTo(before).hasSize(33);
    }

    /** In a transaction of its own, as the source's values are everybody's. */
    @Test
    @Transactional
    void tellsWhatTheSourceHasCorrectedSinceAndKeepsTheFrozenValue() {
        assertThat(revisions.of(juva)).isEmpty();
        jdbc.sql("""
                        update hyte.observation set value = 7.4, fetched_on = date '2027-05-03'
                        where indicator_id = 181 and region_id = 84 and year = 2011 and gender = 'total'""").update();
        jdbc.sql("""
                        delete from hyte.observation
                        where indicator_id = 127 and region_id = 84 and year = 2012 and gender = 'total'""").update();
        assertThat(value(juva, 181).value()).isEqualByComparingTo("7.6");
        Locale fi = Locale.forLanguageTag("fi");
        assertThat(revisions.of(juva).values())
                .extracting(revision -> revisions.words(revision, fi))
                .containsExactly(
                        "Lähde on korjannut arvon 6\u00a0783 → ei tietoa.",
                        "Lähde on korjannut arvon 7,6 → 7,4, haettu 3.5.2027.");
        assertThat(revisions.words(Objects.requireNonNull(revisions.of(juva).get(181)), Locale.forLanguageTag("sv")))
                .isEqualTo("Källan har rättat värdet 7,6 → 7,4, hämtat 3.5.2027.");
    }

    @Test
    void countsEveryLight() {
        snapshots.setLights(juva, standing -> verdict(standing.hasValue() ? Light.YELLOW : Light.NO_DATA));
        assertThat(indicators.countsByLight(juva))
                .isEqualTo(Map.of(
                        Light.GREEN,
                        0,
                        Light.YELLOW,
                        25,
                        Light.RED,
                        0,
                        Light.UNRATED,
                        0,
                        Light.NO_DATA,
                        8,
                        Light.SUPPRESSED,
                        0,
                        Light.TOO_OLD,
                        0));
    }

    @Test
    void asksEachDepartmentThatOwnsAnIndicatorInAStableOrder() {
        assertThat(indicators.departments(juva))
                .extracting(DepartmentCode::value)
                .containsExactly("administration", "culture", "education", "technical", "vitality", "wellbeing");
    }

    @Test
    void refusesToEndAReviewThatLacksAnExplanationAndNamesTheIndicator() {
        snapshots.setLights(juva, standing -> verdict(standing.hasValue() ? Light.GREEN : Light.NO_DATA));
        assertThatThrownBy(() -> complete(VITALITY)).isInstanceOfSatisfying(InvalidInput.class, problem -> {
            assertThat(problem.field()).isEqualTo("explanation[189]");
            assertThat(problem.arguments().get(0).toString()).startsWith("Nuorisotyöttömät");
        });
        reviewing.explain(juva, VITALITY, 189, " \n ", false, SOMEBODY);
        assertThatThrownBy(() -> complete(VITALITY)).isInstanceOf(InvalidInput.class);
        reviewing.explain(juva, VITALITY, 189, "Lukua ei ole tuotu.", false, SOMEBODY);
        complete(VITALITY);
    }

    @Test
    void draftsAMeasureAgainstARedLightOnceHoweverOftenTheReviewIsRepeated() {
        snapshots.setLights(juva, standing -> verdict(Light.GREEN));
        light(181, Light.RED);
        reviewing.explain(juva, VITALITY, 181, "Tehdas suljettiin.", true, SOMEBODY);
        complete(VITALITY);
        complete(VITALITY);
        assertThat(value(juva, 181).correctiveMeasure()).isNotNull();
        assertThat(jdbc.sql("select title from hyte.measure where cycle_id = :cycle and corrective_of_indicator = 181")
                        .param("cycle", juva.value())
                        .query(String.class)
                        .list())
                .containsExactly("Toimenpide 181");
    }

    @Test
    void proposesAMeasureAgainstARedLightOnly() {
        snapshots.setLights(juva, standing -> verdict(Light.GREEN));
        assertThatThrownBy(() -> reviewing.explain(juva, VITALITY, 181, "", true, SOMEBODY))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("corrective[181]");
    }

    @Test
    void refusesATextThatIsTooLongAndKeepsTheEarlierOne() {
        reviewing.explain(juva, VITALITY, 181, "x".repeat(2000), false, SOMEBODY);
        assertThatThrownBy(() -> reviewing.explain(juva, VITALITY, 181, "x".repeat(2001), false, SOMEBODY))
                .isInstanceOf(InvalidInput.class);
        assertThat(value(juva, 181).explanation()).hasSize(2000);
    }

    @Test
    void letsNoDepartmentExplainAnothersIndicator() {
        assertThatThrownBy(() -> reviewing.explain(juva, WELLBEING, 181, "Ei meidän.", false, SOMEBODY))
                .isInstanceOf(NotFound.class);
        assertThat(value(juva, 181).explanation()).isNull();
    }

    private static Standing standing(@Nullable Integer age, ValueStatus status, @Nullable BigDecimal difference) {
        return new Standing(
                status,
                age,
                LightRule.Kind.COMPARISON,
                Direction.LOWER_BETTER,
                false,
                difference,
                LightRule.USUAL_TOLERANCE);
    }

    private static Verdict verdict(Light light) {
        return new Verdict(light, LightReason.JUDGED);
    }

    private void complete(DepartmentCode department) {
        reviewing.complete(
                juva, department, SOMEBODY, Locale.forLanguageTag("fi"), indicator -> "Toimenpide " + indicator.id());
    }

    private void light(int indicator, Light light) {
        jdbc.sql("update hyte.snapshot_value set light = :light where cycle_id = :cycle and indicator_id = :indicator")
                .param("light", light.name())
                .param("cycle", juva.value())
                .param("indicator", indicator)
                .update();
    }

    private SnapshotValue value(CycleId cycle, int indicator) {
        return indicators.of(cycle).stream()
                .filter(value -> value.indicator().id() == indicator)
                .findFirst()
                .orElseThrow();
    }

    private CycleId cycle(String municipality, int year) {
        return new CycleId(jdbc.sql("""
                        insert into hyte.cycle (municipality_code, year, created_at, created_by)
                        values (:municipality, :year, now(), 'koordinaattori.juva') returning id""")
                .param("municipality", municipality)
                .param("year", year)
                .query(Long.class)
                .single());
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
