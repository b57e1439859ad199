package fi.hytekello.indicator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.indicator.ComparisonMunicipalities;
import fi.hytekello.indicator.Indicators;
import fi.hytekello.indicator.Light;
import fi.hytekello.indicator.LightReason;
import fi.hytekello.indicator.LightRule;
import fi.hytekello.indicator.LightRule.Kind;
import fi.hytekello.indicator.LightRule.Reference;
import fi.hytekello.indicator.LightRules;
import fi.hytekello.indicator.LightWords;
import fi.hytekello.indicator.ShippedIndicators;
import fi.hytekello.indicator.SnapshotValue;
import fi.hytekello.indicator.Snapshots;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.Refused;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** From a municipality's rule to the frozen light and its words; a town of its own among the shipped municipalities. */
@WholeTest
@Transactional
class LightRulesTest {

    private static final int UNEMPLOYED = 181;
    private static final int POPULATION = 127;
    private static final int TEA = 4072;
    private static final Locale FI = Locale.forLanguageTag("fi");
    private static final Locale SV = Locale.forLanguageTag("sv");

    @Autowired
    Towns towns;

    @Autowired
    ShippedIndicators shipped;

    @Autowired
    LightRules rules;

    @Autowired
    ComparisonMunicipalities compared;

    @Autowired
    Snapshots snapshots;

    @Autowired
    Indicators indicators;

    @Autowired
    TrafficLights lights;

    @Autowired
    LightWords words;

    @Autowired
    JdbcClient jdbc;

    private Town town;
    private int region;

    @BeforeEach
    void makeTown() {
        shipped.load();
        forgetScoresTypedByOtherTests();
        town = towns.make();
        region = 900_000 + Integer.parseInt(town.code().value());
        jdbc.sql("""
                        insert into hyte.department (municipality_code, code, name_fi, name_sv)
                        select :town, d, d, d from unnest(array['vitality', 'administration']) d""").param("town", town.code().value()).update();
        jdbc.sql("""
                        insert into hyte.region (id, category, code, title_fi, title_sv, title_en)
                        values (:id, 'KUNTA', :town, 'Koekunta', 'Provkommun', 'Town')""").param("id", region).param("town", town.code().value()).update();
    }

    /** A newer score of any municipality would make this town's too old. */
    private void forgetScoresTypedByOtherTests() {
        jdbc.sql("delete from hyte.observation where indicator_id = :tea")
                .param("tea", TEA)
                .update();
    }

    @ParameterizedTest
    @CsvSource({
        "7.6, GREEN,  '7,6 % on samalla tasolla kuin tavoite 7,6 % (vuoteen 2028).'",
        "7.5, GREEN,  '7,5 % on 0,1 prosenttiyksikköä pienempi kuin tavoite 7,6 % (vuoteen 2028).'",
        "8.1, YELLOW, '8,1 % on 0,5 prosenttiyksikköä suurempi kuin tavoite 7,6 % (vuoteen 2028). Sallittu ero on 0,5 prosenttiyksikköä.'",
        "8.2, RED,    '8,2 % on 0,6 prosenttiyksikköä suurempi kuin tavoite 7,6 % (vuoteen 2028). Sallittu ero on 0,5 prosenttiyksikköä.'",
    })
    void holdsAValueAgainstTheMunicipalitysOwnTarget(String value, Light light, String why) {
        observed(UNEMPLOYED, region, 2011, value, null);
        change(UNEMPLOYED, target("7.6", "0.5"));
        SnapshotValue frozen = freeze(UNEMPLOYED);
        assertThat(frozen.light()).isEqualTo(light);
        assertThat(words.why(frozen, FI)).isEqualTo(why);
    }

    /** Juva 7.6, Mikkeli 10.3 and Savonlinna 13.1 in the source. */
    @Test
    void comparesWithTheMedianOfTheChosenMunicipalities() {
        observed(UNEMPLOYED, region, 2011, "11.33", null);
        choose("Juva", "MIKKELI", "740");
        change(UNEMPLOYED, comparison(Reference.CHOSEN_MEDIAN));
        SnapshotValue frozen = freeze(UNEMPLOYED);
        assertThat(frozen.comparison()).isEqualByComparingTo("10.3");
        assertThat(frozen.light()).isEqualTo(Light.YELLOW);
        assertThat(words.why(frozen, FI))
                .isEqualTo("11,33 % on 10 % suurempi kuin valittujen vertailukuntien mediaani 10,3 %."
                        + " Sallittu ero on 10 %.");
        assertThat(words.why(frozen, SV))
                .isEqualTo("11,33 % är 10 % större än medianen för de valda jämförelsekommunerna 10,3 %."
                        + " Den tillåtna skillnaden är 10 %.");
    }

    @Test
    void comparesWithTheCountrysOwnValueOnlyWhereTheSourceHasIt() {
        observed(UNEMPLOYED, region, 2011, "9.0", null);
        change(UNEMPLOYED, comparison(Reference.COUNTRY_VALUE));
        CycleId without = cycle(2040);
        assertThat(freeze(without, UNEMPLOYED).basis().reason()).isEqualTo(LightReason.NO_COMPARISON);
        assertThat(words.why(freeze(without, UNEMPLOYED), FI))
                .isEqualTo("Vertailua ei ole: koko maan arvo puuttuu tältä vuodelta.");
        observed(UNEMPLOYED, 658, 2011, "9.4", null);
        assertThat(words.why(freeze(cycle(2041), UNEMPLOYED), FI))
                .isEqualTo("9 % on 4,3 % pienempi kuin koko maan arvo 9,4 %.");
    }

    @Test
    void comparesWithTheCountysOwnRowByItsName() {
        jdbc.sql(
                        "insert into hyte.county (code, name_fi, name_sv) values ('XX', 'Koealueen hyvinvointialue', 'Provområdet')")
                .update();
        jdbc.sql("update hyte.municipality set county_code = 'XX' where code = :town")
                .param("town", town.code().value())
                .update();
        jdbc.sql("""
                        insert into hyte.region (id, category, code, title_fi, title_sv, title_en)
                        values (990000, 'HYVINVOINTIALUE', '99', 'Koealueen hyvinvointialue', 'Provområdet', 'County')""").update();
        observed(UNEMPLOYED, region, 2011, "9.0", null);
        observed(UNEMPLOYED, 990_000, 2011, "8.0", null);
        change(UNEMPLOYED, comparison(Reference.COUNTY_VALUE));
        assertThat(words.why(freeze(UNEMPLOYED), FI))
                .isEqualTo("9 % on 12,5 % suurempi kuin hyvinvointialueen arvo 8 %. Sallittu ero on 10 %.");
    }

    @Test
    void coloursNoDifferenceThatTheMarginOfErrorSwallows() {
        observed(UNEMPLOYED, region, 2011, "8.2", "0.7");
        change(UNEMPLOYED, target("7.6", "0.5"));
        SnapshotValue frozen = freeze(UNEMPLOYED);
        assertThat(frozen.light()).isEqualTo(Light.UNRATED);
        assertThat(words.why(frozen, FI))
                .isEqualTo("Ero on virhemarginaalin sisällä: tavoite 7,6 % (vuoteen 2028) on lähempänä kuin"
                        + " virhemarginaali ±0,7 prosenttiyksikköä.");
    }

    @ParameterizedTest
    @CsvSource({
        "75, GREEN,  '75 pistettä on vähintään 75, TEAviisarin vihreän raja.'",
        "74, YELLOW, '74 pistettä on vähintään 25 mutta alle 75, TEAviisarin keltaisella alueella.'",
        "24, RED,    '24 pistettä on alle 25, TEAviisarin punaisella alueella.'",
    })
    void judgesTeaScoresByTheLimitsOfTeaviisariUnlessAnotherRuleIsChosen(String score, Light light, String why) {
        observed(TEA, region, 2011, score, null);
        SnapshotValue frozen = freeze(TEA);
        assertThat(frozen.light()).isEqualTo(light);
        assertThat(words.why(frozen, FI)).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({
        "SUPPRESSED,,     SUPPRESSED, 'Lähde ei kerro arvoa, koska ryhmä on liian pieni.'",
        "MISSING,,        NO_DATA,    'Lähteessä ei ole kunnan arvoa.'",
        "ABSOLUTE_ONLY,9, UNRATED,    'Lähteessä on vain lukumäärä 9, jota ei voi verrata muihin.'",
    })
    void freezesWhatTheSourceSaysInsteadOfAValue(
            String status, @Nullable BigDecimal absolute, Light light, String why) {
        jdbc.sql("""
                        insert into hyte.observation (indicator_id, region_id, year, gender, absolute, status)
                        values (181, :region, 2011, 'total', :absolute, :status)""")
                .param("region", region)
                .param("absolute", absolute)
                .param("status", status)
                .update();
        SnapshotValue frozen = freeze(UNEMPLOYED);
        assertThat(frozen.light()).isEqualTo(light);
        assertThat(frozen.year()).isEqualTo(2011);
        assertThat(words.why(frozen, FI)).isEqualTo(why);
    }

    @Test
    void keepsTheRuleByWhichAFrozenYearWasJudged() {
        observed(UNEMPLOYED, region, 2011, "8.2", null);
        change(UNEMPLOYED, target("7.6", "0.5"));
        CycleId year = cycle(2040);
        freeze(year, UNEMPLOYED);
        rules.change(town.code(), UNEMPLOYED, target("9.0", "0.5"), 1, town.person(Role.COORDINATOR));
        assertThat(freeze(year, UNEMPLOYED).basis().rule().target()).isEqualByComparingTo("7.6");
        assertThat(freeze(cycle(2041), UNEMPLOYED).light()).isEqualTo(Light.GREEN);
    }

    @Test
    void refusesWhatDoesNotFitTheIndicatorAndNamesTheField() {
        refused("rule", POPULATION, target("100", "0"));
        refused("rule", UNEMPLOYED, new LightRule(Kind.TEA, Reference.COUNTY_MEDIAN, null, null, null));
        refused("target", UNEMPLOYED, new LightRule(Kind.TARGET, Reference.COUNTY_MEDIAN, null, 2028, BigDecimal.ZERO));
        refused(
                "tolerance",
                UNEMPLOYED,
                new LightRule(Kind.COMPARISON, Reference.COUNTY_MEDIAN, null, null, new BigDecimal("100.1")));
        choose("Juva", "Mikkeli");
        refused("reference", UNEMPLOYED, comparison(Reference.CHOSEN_MEDIAN));
        assertThat(rules.of(town.code(), UNEMPLOYED).version()).isZero();
    }

    @Test
    void letsCoordinatorAndAdministratorChangeRulesAndSeesWhoCameBefore() {
        assertThatThrownBy(() -> rules.change(town.code(), UNEMPLOYED, target("7", "0"), 0, town.person(Role.MANAGER)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> compared.add(town.code(), "Juva", town.person(Role.FINANCE)))
                .isInstanceOf(Refused.class);
        change(UNEMPLOYED, target("7", "0"));
        assertThatThrownBy(() -> rules.change(town.code(), UNEMPLOYED, target("6", "0"), 0, town.person(Role.ADMIN)))
                .isInstanceOf(Conflict.class);
        rules.change(town.code(), UNEMPLOYED, target("6", "0"), 1, town.person(Role.ADMIN));
        assertThat(rules.of(town.code(), UNEMPLOYED).rule().target()).isEqualByComparingTo("6");
    }

    @Test
    void comparesWithRealMunicipalitiesOnly() {
        for (String name : List.of("", "Atlantis", "Koekunta", town.code().value())) {
            assertThatThrownBy(() -> choose(name))
                    .isInstanceOf(InvalidInput.class)
                    .extracting("field")
                    .isEqualTo("comparedMunicipality");
        }
        choose("Juva", "juva", "Nyslott");
        assertThat(compared.of(town.code()))
                .extracting(ComparisonMunicipalities.Compared::nameFi)
                .containsExactly("Juva", "Savonlinna");
        compared.remove(town.code(), compared.of(town.code()).get(0).region(), town.person(Role.COORDINATOR));
        assertThat(compared.of(town.code())).hasSize(1);
    }

    private void refused(String field, int indicator, LightRule rule) {
        assertThatThrownBy(() -> change(indicator, rule))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo(field);
    }

    private void choose(String... names) {
        for (String name : names) {
            compared.add(town.code(), name, town.person(Role.COORDINATOR));
        }
    }

    private void change(int indicator, LightRule rule) {
        rules.change(town.code(), indicator, rule, 0, town.person(Role.COORDINATOR));
    }

    private static LightRule target(String target, String tolerance) {
        return new LightRule(
                Kind.TARGET, Reference.COUNTY_MEDIAN, new BigDecimal(target), 2028, new BigDecimal(tolerance));
    }

    private static LightRule comparison(Reference reference) {
        return new LightRule(Kind.COMPARISON, reference, null, null, BigDecimal.TEN);
    }

    private void observed(int indicator, int where, int year, String value, @Nullable String margin) {
        jdbc.sql("""
                        insert into hyte.observation (indicator_id, region_id, year, gender, value, margin, status)
                        values (:indicator, :region, :year, 'total', :value::numeric, :margin::numeric, 'OK')""")
                .param("indicator", indicator)
                .param("region", where)
                .param("year", year)
                .param("value", value)
                .param("margin", margin)
                .update();
    }

    private SnapshotValue freeze(int indicator) {
        return freeze(cycle(2040), indicator);
    }

    private SnapshotValue freeze(CycleId cycle, int indicator) {
        snapshots.freeze(cycle);
        snapshots.setLights(cycle, lights::of);
        return indicators.of(cycle).stream()
                .filter(value -> value.indicator().id() == indicator)
                .findFirst()
                .orElseThrow();
    }

    private CycleId cycle(int year) {
        return new CycleId(jdbc.sql("""
                        insert into hyte.cycle (municipality_code, year, created_at, created_by)
                        values (:town, :year, now(), 'test') returning id""")
                .param("town", town.code().value())
                .param("year", year)
                .query(Long.class)
                .single());
    }
}
