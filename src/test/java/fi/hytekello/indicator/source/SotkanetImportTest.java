package fi.hytekello.indicator.source;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import fi.hytekello.WholeTest;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.remote.RemoteFailure;
import fi.hytekello.platform.remote.RemoteJson;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A Sotkanet that answers in its real shapes, and in all the ways it should not; indicators 900001 and 900002. */
@WholeTest
class SotkanetImportTest {

    private static final int ONE = 900_001;
    private static final int TWO = 900_002;
    private static final WireMockServer SOTKANET = new WireMockServer(options().dynamicPort());

    @Autowired
    SourceRegions regions;

    @Autowired
    SourceTitles titles;

    @Autowired
    ImportSteps steps;

    @Autowired
    ImportHistory history;

    @Autowired
    ObservationIntake intake;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    private final List<Duration> pauses = new ArrayList<>();
    private SotkanetImport sotkanet;
    private ImportId id;

    @BeforeAll
    static void start() {
        SOTKANET.start();
    }

    @AfterAll
    static void stop() {
        SOTKANET.stop();
    }

    @BeforeEach
    void begin() {
        for (int indicator : List.of(ONE, TWO)) {
            jdbc.sql("""
                            insert into hyte.indicator (id, title_fi, title_sv, unit_fi, unit_sv, direction, theme,
                                department_code, producer_fi, producer_sv)
                            values (:id, :title, :title, '%', '%', 'CONTEXT', 'HEALTH', 'wellbeing', 'THL', 'THL')""")
                    .param("id", indicator)
                    .param("title", "Koemittari " + indicator + ", BMI ≥ 30")
                    .update();
        }
        sotkanet = sotkanet(10);
        id = history.begin(ImportKind.SOTKANET, SOTKANET.baseUrl(), null, null);
        answer("/regions", """
                [{"id":84,"code":"178","category":"KUNTA","title":{"fi":"Juva","en":"Juva","sv":"Juva"},
                  "memberOf":[658,496],"uri":"http://www.yso.fi/onto/kunnat/k178"}]""");
        answer("/indicators", "[" + listed(ONE) + "," + listed(TWO) + "]");
        for (int indicator : List.of(ONE, TWO)) {
            answer(
                    "/indicators/" + indicator,
                    "{\"id\":%d,\"title\":{\"fi\":\"Koemittari\"},\"range\":{\"start\":2009,\"end\":2012},\"decimals\":1}"
                            .formatted(indicator));
            values(indicator, rows(row(indicator, 84, "2012", "total", "\"value\":3.4,\"absValue\":9")));
        }
    }

    @AfterEach
    void forget() {
        SOTKANET.resetAll();
        history.finish(id, ImportHistory.State.STOPPED);
        jdbc.sql("delete from hyte.observation_revision where indicator_id in (900001, 900002)")
                .update();
        jdbc.sql("delete from hyte.observation where indicator_id in (900001, 900002)")
                .update();
        jdbc.sql("delete from hyte.indicator where id in (900001, 900002)").update();
        jdbc.sql("delete from hyte.indicator_source").update();
        jdbc.sql("delete from hyte.region where id = 990001").update();
    }

    @Test
    void bringsTheValuesOfTheYearsThatTheSourceHasAndSaysWhoAsks() {
        fetchAll();
        assertThat(stored(ONE)).containsExactly("84 2012 total 3.4 9 OK 2027-01-01");
        assertThat(stored(TWO)).hasSize(1);
        SOTKANET.verify(getRequestedFor(urlEqualTo(
                        "/json?indicator=900001&years=2009&years=2010&years=2011&years=2012" + "&genders=total"))
                .withHeader("User-Agent", equalTo("Hytekello (+https://kunta.example)")));
        assertThat(entry().state()).isEqualTo(ImportHistory.State.DONE);
        assertThat(entry().counts()).isEqualTo(new Counts(2, 2, 0, 0, 0));
        assertThat(pauses).hasSize(6).containsOnly(Duration.ofSeconds(1));
    }

    @Test
    void keepsARevisionWhenTheSourceHasCorrectedAValue() {
        fetchAll();
        nextImport();
        values(ONE, rows(row(ONE, 84, "2012", "total", "\"value\":3.5,\"absValue\":9")));
        fetchAll();
        assertThat(entry().counts()).isEqualTo(new Counts(2, 0, 1, 1, 0));
        assertThat(jdbc.sql("""
                        select old_value || ' ' || new_value from hyte.observation_revision where indicator_id = 900001""").query(String.class).list()).containsExactly("3.4 3.5");
    }

    @Test
    void keepsValuesThatAreMissingHiddenOrAbsoluteOnlyAsWhatTheyAre() {
        values(
                ONE,
                rows(
                        row(ONE, 84, "2009", "total", "\"x\":1"),
                        row(ONE, 84, "2010", "total", "\"value\":null,\"absValue\":4"),
                        row(ONE, 84, "2011", "total", "\"value\":\"..\""),
                        row(ONE, 84, "2012", "total", "\"value\":0.10")));
        fetchAll();
        assertThat(stored(ONE))
                .containsExactly(
                        "84 2009 total   MISSING 2027-01-01",
                        "84 2010 total  4 ABSOLUTE_ONLY 2027-01-01",
                        "84 2011 total   SUPPRESSED 2027-01-01",
                        "84 2012 total 0.1  OK 2027-01-01");
    }

    @Test
    void asksForAllGendersOnlyWhereTheTotalGivesNothing() {
        stub(get(urlPathEqualTo("/json")).withQueryParam("indicator", equalTo("900001")), json("[]"));
        stub(
                get(urlPathEqualTo("/json"))
                        .withQueryParam("indicator", equalTo("900001"))
                        .withQueryParam("genders", WireMock.including("total", "male", "female")),
                rows(row(ONE, 84, "2012", "female", "\"value\":2.0")));
        fetchAll();
        assertThat(stored(ONE)).containsExactly("84 2012 female 2  OK 2027-01-01");
    }

    @Test
    void leavesOutAndCountsRowsOfUnknownRegionsAndGendersAndThoseThatAreThereAgain() {
        values(
                ONE,
                rows(
                        row(ONE, 84, "2012", "total", "\"value\":1"),
                        row(ONE, 777777, "2012", "total", "\"value\":1"),
                        row(ONE, 84, "2012", "others", "\"value\":1"),
                        row(ONE, 84, "2012", "total", "\"value\":1.0")));
        fetchAll();
        assertThat(stored(ONE)).hasSize(1);
        assertThat(entry().counts()).isEqualTo(new Counts(5, 2, 0, 0, 3));
        assertThat(steps.troubles(id))
                .singleElement()
                .extracting(ImportSteps.Trouble::imported, ImportSteps.Trouble::problem)
                .containsExactly(true, Problem.of("source.problem.leftOut", "3", "777777", "others"));
    }

    enum WrongAnswer {
        YEAR_AS_TEXT(row(ONE, 84, "\"2012\"", "total", "\"value\":1"), "source.problem.cell"),
        VALUE_AS_TEXT(row(ONE, 84, "2012", "total", "\"value\":\"paljon\""), "source.problem.cell"),
        OTHER_INDICATOR(row(TWO, 84, "2012", "total", "\"value\":1"), "source.problem.cell"),
        REGION_AS_TEXT(row(ONE, 0, "2012", "total", "\"value\":1").replace(":0,", ":\"Juva\","), "source.problem.cell"),
        TWO_VALUES(
                row(ONE, 84, "2012", "total", "\"value\":1") + "," + row(ONE, 84, "2012", "total", "\"value\":2"),
                "source.problem.contradiction");

        private final String rows;
        private final String problem;

        WrongAnswer(String rows, String problem) {
            this.rows = rows;
            this.problem = problem;
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesNothingOfAnIndicatorWhoseAnswerIsWrongAndGoesOnWithTheOthers(WrongAnswer wrong) {
        values(ONE, rows(row(ONE, 84, "2009", "total", "\"value\":1"), wrong.rows));
        fetchAll();
        assertThat(stored(ONE)).isEmpty();
        assertThat(stored(TWO)).hasSize(1);
        assertThat(steps.troubles(id))
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.problem().key()).isEqualTo(wrong.problem))
                .satisfies(trouble -> assertThat(trouble.imported()).isFalse());
        assertThat(entry().state()).isEqualTo(ImportHistory.State.DONE);
    }

    @Test
    void goesOnWithTheOthersWhereTheSourceDoesNotKnowAnIndicatorsValues() {
        stub(get(urlEqualTo("/indicators/900001")), aResponse().withStatus(404));
        fetchAll();
        assertThat(stored(TWO)).hasSize(1);
        assertThat(steps.troubles(id)).hasSize(1);
    }

    record Broken(String what, ResponseDefinitionBuilder answer, RemoteFailure.Kind kind, int tries) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Broken> broken() {
        return Stream.of(
                new Broken(
                        "a page about maintenance",
                        okForContentType("text/html", "<html>Huoltokatko</html>"),
                        RemoteFailure.Kind.NOT_JSON,
                        1),
                new Broken("403", aResponse().withStatus(403), RemoteFailure.Kind.STATUS, 1),
                new Broken("503", aResponse().withStatus(503), RemoteFailure.Kind.STATUS, 3),
                new Broken("nothing in time", json("[]").withFixedDelay(1500), RemoteFailure.Kind.TIMEOUT, 3),
                new Broken("half of it", json("[{\"indicator\":900001,\"ye"), RemoteFailure.Kind.BROKEN, 3),
                new Broken(
                        "a cut connection",
                        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                        RemoteFailure.Kind.UNREACHABLE,
                        3),
                new Broken("garbage behind it", json("[] tail"), RemoteFailure.Kind.BROKEN, 3),
                new Broken("10 MB", json("[" + "7,".repeat(5_300_000) + "7]"), RemoteFailure.Kind.TOO_LARGE, 1),
                new Broken(
                        "another address",
                        aResponse().withStatus(302).withHeader("Location", "http://127.0.0.1:1/"),
                        RemoteFailure.Kind.STATUS,
                        1));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void failsTheStepWhereNoAnswerComesAndTellsWhy(Broken broken) {
        prepare();
        stub(get(urlPathEqualTo("/json")), broken.answer);
        assertThatThrownBy(() -> sotkanet.importBatch(id))
                .isInstanceOfSatisfying(
                        RemoteFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(broken.kind));
        assertThat(stored(ONE)).isEmpty();
        assertThat(entry().state()).isEqualTo(ImportHistory.State.RUNNING);
        assertThat(entry().problem()).isNotNull();
        SOTKANET.verify(broken.tries, getRequestedFor(urlPathEqualTo("/json")));
    }

    @Test
    void asksAgainAfterALongerPauseWhereTheFailureMayHavePassed() {
        prepare();
        SOTKANET.stubFor(get(urlPathEqualTo("/json"))
                .inScenario("busy")
                .whenScenarioStateIs(STARTED)
                .willReturn(aResponse().withStatus(503))
                .willSetStateTo("better"));
        SOTKANET.stubFor(get(urlPathEqualTo("/json"))
                .inScenario("busy")
                .whenScenarioStateIs("better")
                .willReturn(json("[]")));
        pauses.clear();
        assertThat(sotkanet.importBatch(id)).isFalse();
        assertThat(pauses).contains(Duration.ofSeconds(4));
        assertThat(entry().problem()).isNull();
    }

    @Test
    void doesNotFetchAgainWhatIsInAlreadyWhenItGoesOnAfterAFailure() {
        prepare();
        stub(
                get(urlPathEqualTo("/json")).withQueryParam("indicator", equalTo("900002")),
                aResponse().withStatus(403));
        assertThatThrownBy(() -> sotkanet.importBatch(id)).isInstanceOf(RemoteFailure.class);
        assertThat(stored(ONE)).hasSize(1);
        values(TWO, rows(row(TWO, 84, "2012", "total", "\"value\":1")));
        assertThat(sotkanet.importBatch(id)).isFalse();
        assertThat(stored(TWO)).hasSize(1);
        SOTKANET.verify(1, getRequestedFor(urlPathEqualTo("/json")).withQueryParam("indicator", equalTo("900001")));
        assertThat(entry().counts()).isEqualTo(new Counts(2, 2, 0, 0, 0));
    }

    @Test
    void tellsWhetherIndicatorsAreLeftAfterABatch() {
        sotkanet = sotkanet(1);
        prepare();
        assertThat(sotkanet.importBatch(id)).isTrue();
        assertThat(sotkanet.importBatch(id)).isFalse();
        assertThat(steps.progress(id)).isEqualTo(new ImportSteps.Progress(2, 2));
    }

    @Test
    void addsUnknownRegionsAndTakesOverNewNamesButKeepsTheCountyOfAMunicipality() {
        answer("/regions", """
                [{"id":84,"code":"178","category":"KUNTA","title":{"fi":"Juva <br>","sv":"Jockas"},"memberOf":[658,959]},
                 {"id":990001,"code":"x1","category":"HYVINVOINTIALUE","title":{"fi":"Etelä-Savo &amp; ym."},"memberOf":[]},
                 {"id":"kaksi","code":"1","category":"KUNTA","title":{"fi":"Rikki"}}]""");
        sotkanet.fetchRegions(id);
        assertThat(region(84)).isEqualTo("178 Juva Jockas {658,959} ES");
        assertThat(region(990_001)).isEqualTo("x1 Etelä-Savo & ym. Etelä-Savo & ym. {} -");
        jdbc.sql("update hyte.region set title_sv = 'Juva', member_of = '{}' where id = 84")
                .update();
    }

    @Test
    void givesAMunicipalityThatSotkanetDidNotKnowSotkanetsIdTogetherWithItsValues() {
        jdbc.sql("""
                        insert into hyte.region (id, category, code, title_fi, title_sv, title_en)
                        values (1000900, 'KUNTA', '997', 'Uusikunta', 'Nykommun', 'Uusikunta')""").update();
        jdbc.sql("""
                        insert into hyte.observation (indicator_id, region_id, year, gender, value, status)
                        values (900001, 1000900, 2026, 'total', 5, 'OK')""").update();
        answer("/regions", """
                [{"id":990001,"code":"997","category":"KUNTA","title":{"fi":"Uusikunta","sv":"Nykommun"},"memberOf":[]}]""");
        sotkanet.fetchRegions(id);
        assertThat(stored(ONE)).containsExactly("990001 2026 total 5  OK ");
    }

    @Test
    void doesNotImportAnIndicatorUnderAnotherTitleUntilAPersonHasConfirmedIt() {
        answer("/indicators", "[" + listed(ONE).replace("Koemittari", "Aivan muu mittari") + "," + listed(TWO) + "]");
        fetchAll();
        assertThat(stored(ONE)).isEmpty();
        assertThat(stored(TWO)).hasSize(1);
        assertThat(titles.differences())
                .singleElement()
                .extracting(SourceTitles.Difference::titleFi, SourceTitles.Difference::sourceFi)
                .containsExactly("Koemittari 900001, BMI ≥ 30", "Aivan muu mittari 900001, BMI ≥ 30");
    }

    @Test
    void doesNotAskForWhatTheSourceDoesNotList() {
        answer("/indicators", "[" + listed(TWO) + "]");
        fetchAll();
        assertThat(stored(ONE)).isEmpty();
        assertThat(state(ONE)).isEqualTo("GONE");
        SOTKANET.verify(0, getRequestedFor(urlEqualTo("/indicators/900001")));
    }

    @Test
    void failsWhereTheSourceListsNothingSoThatNothingIsThoughtGone() {
        answer("/indicators", "[]");
        assertThatThrownBy(() -> sotkanet.fetchTitles(id)).isInstanceOf(WrongShape.class);
        answer("/regions", "{}");
        assertThatThrownBy(() -> sotkanet.fetchRegions(id)).isInstanceOf(WrongShape.class);
    }

    @Test
    void runsOnlyOneImportAtATime() {
        assertThatThrownBy(() -> history.begin(ImportKind.SOTKANET, "", null, null))
                .isInstanceOf(Conflict.class);
    }

    private void nextImport() {
        history.finish(id, ImportHistory.State.DONE);
        id = history.begin(ImportKind.SOTKANET, SOTKANET.baseUrl(), null, null);
    }

    private void prepare() {
        sotkanet.fetchRegions(id);
        sotkanet.fetchTitles(id);
    }

    private void fetchAll() {
        prepare();
        while (sotkanet.importBatch(id)) {}
        sotkanet.finish(id);
    }

    private SotkanetImport sotkanet(int batch) {
        SotkanetSettings settings = new SotkanetSettings(
                URI.create(SOTKANET.baseUrl()),
                "https://kunta.example",
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                8,
                20,
                batch);
        TransactionTemplate alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new SotkanetImport(
                new SotkanetClient(
                        settings.baseUrl(),
                        new RemoteJson(SotkanetConfiguration.remote(settings, settings.contact()), pauses::add)),
                settings,
                regions,
                titles,
                steps,
                history,
                intake,
                alone,
                Clock.fixed(Instant.parse("2026-12-31T22:30:00Z"), ZoneOffset.UTC));
    }

    private static void answer(String path, String body) {
        stub(get(urlEqualTo(path)), json(body));
    }

    private static void values(int indicator, ResponseDefinitionBuilder answer) {
        stub(get(urlPathEqualTo("/json")).withQueryParam("indicator", equalTo(Integer.toString(indicator))), answer);
    }

    private static void stub(MappingBuilder request, ResponseDefinitionBuilder answer) {
        SOTKANET.stubFor(request.willReturn(answer));
    }

    private static ResponseDefinitionBuilder json(String body) {
        return okForContentType("application/json;charset=UTF-8", body);
    }

    private static ResponseDefinitionBuilder rows(String... rows) {
        return json("[" + String.join(",", rows) + "]");
    }

    private static String row(int indicator, int region, String year, String gender, String values) {
        return "{\"indicator\":%d,\"region\":%d,\"year\":%s,\"gender\":\"%s\",%s}"
                .formatted(indicator, region, year, gender, values);
    }

    /** As the list has them: with HTML in the title. */
    private static String listed(int indicator) {
        return "{\"id\":%d,\"title\":{\"fi\":\"Koemittari  %d,<br/> BMI &#8805; 30\",\"sv\":\"Provindikator\"},"
                        .formatted(indicator, indicator)
                + "\"organization\":{\"id\":2,\"title\":{\"fi\":\"Terveyden ja hyvinvoinnin laitos (THL)\"}}}";
    }

    private List<String> stored(int indicator) {
        return jdbc.sql("""
                        select region_id || ' ' || year || ' ' || gender || ' ' || coalesce(trim_scale(value)::text, '') || ' '
                            || coalesce(absolute::text, '') || ' ' || status || ' ' || coalesce(fetched_on::text, '')
                        from hyte.observation where indicator_id = :indicator order by year, region_id""").param("indicator", indicator).query(String.class).list();
    }

    private String region(int region) {
        return jdbc.sql("""
                        select code || ' ' || title_fi || ' ' || title_sv || ' ' || member_of::text || ' '
                            || coalesce(county_code, '-')
                        from hyte.region where id = :id""").param("id", region).query(String.class).single();
    }

    private String state(int indicator) {
        return jdbc.sql("select state from hyte.indicator_source where indicator_id = :id")
                .param("id", indicator)
                .query(String.class)
                .single();
    }

    private ImportHistory.Entry entry() {
        return history.newest(new MunicipalityCode("178"), 50).stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
