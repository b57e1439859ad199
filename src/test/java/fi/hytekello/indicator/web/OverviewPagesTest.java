package fi.hytekello.indicator.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.hytekello.TestPages;
import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.calendar.Finland;
import fi.hytekello.indicator.ShippedIndicators;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/**
 * The pages of indicators with the shipped values. The town takes Juva's region (84 in Sotkanet) by a copy of its rows, and
 * Etelä-Savo as its county; the figures expected were read from the source's file by hand.
 */
@WholeTest
class OverviewPagesTest {

    private static final int MIKKELI = 228;
    private static final int PUUMALA = 302;

    @Autowired
    WebApplicationContext context;

    @Autowired
    Towns towns;

    @Autowired
    ShippedIndicators shipped;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private TestPages pages;
    private Town town;
    private Person person;
    private int region;
    private String list;

    @BeforeEach
    void makeATownWithJuvasValues() {
        pages = TestPages.in(context);
        shipped.load();
        town = towns.make();
        person = town.person(Role.REGISTRY);
        region = 910_000 + Integer.parseInt(town.code().value());
        list = "/municipalities/" + town.code() + "/indicators";
        jdbc.sql("""
                        insert into hyte.county (code, name_fi, name_sv)
                        values ('ES', 'Etelä-Savon hyvinvointialue', 'Södra Savolax välfärdsområde')
                        on conflict do nothing""").update();
        jdbc.sql("update hyte.municipality set county_code = 'ES' where code = :code")
                .param("code", town.code().value())
                .update();
        jdbc.sql("""
                        insert into hyte.region (id, category, code, title_fi, title_sv, title_en)
                        values (:id, 'KUNTA', :code, 'Koekunta', 'Provkommun', 'Test')""").param("id", region).param("code", town.code().value()).update();
        jdbc.sql("""
                        insert into hyte.observation (indicator_id, region_id, year, gender, value, absolute, status)
                        select indicator_id, :region, year, gender, value, absolute, status from hyte.observation
                        where region_id = 84 and indicator_id in (4, 127, 181, 493, 451)""").param("region", region).update();
    }

    /** The medians of all tests are of the real municipalities and this one. */
    @AfterEach
    void takeTheValuesAway() {
        jdbc.sql("delete from hyte.observation where region_id = :region")
                .param("region", region)
                .update();
    }

    @Test
    void showsTheNewestValueWithItsUnitItsYearAndItsAgeInWords() throws Exception {
        Element row = row(pages.shown(list, person, "fi"), 181);
        assertThat(row.text())
                .contains("7,6 %", "arvo on vuodelta 2011, " + age(2011) + " vuotta vanha")
                .contains("kuntien mediaani");
        assertThat(row.select("svg[role=img] > desc").text())
                .contains("8,1 % vuonna 1991, 7,6 vuonna 2011; suurin 19,6, pienin 7,6");
        Element people = row(pages.shown(list, person, "fi"), 127);
        assertThat(people.text()).contains("6 783 henkilöä", "arvo on vuodelta 2012");
        Document swedish = pages.shown(list, person, "sv");
        assertThat(row(swedish, 181).text())
                .contains("Arbetslösa", "värdet är från år 2011, " + age(2011) + " år gammalt", "kommunernas median");
        assertThat(swedish.text()).doesNotContain("arvo", "Lähde", "mittari");
    }

    @Test
    void comparesWithTheMedianOfCountyAndCountryAndSaysSo() throws Exception {
        // With the town's own copy of Juva's value, which is a municipality like the others.
        List<String> compared =
                row(pages.shown(list, person, "fi"), 493).select("td").eachText();
        assertThat(compared.get(2)).isEqualTo("5,6 % kuntien mediaani");
        assertThat(compared.get(3)).isEqualTo("5,4 % kuntien mediaani");
    }

    @Test
    void listsByThemeWhatHasAValueAndNamesWhatHasNone() throws Exception {
        Document page = pages.shown(list, person, "fi");
        assertThat(page.select("table.indicators tbody tr")).hasSize(5);
        assertThat(page.select("#theme-WORK").text()).isEqualTo("Työ ja elinkeinot");
        assertThat(page.select("details.without li a").eachText())
                .contains("Nuorisotyöttömät, % 18 - 24-vuotiaasta työvoimasta");
        assertThat(page.select("table.indicators tbody tr svg")).hasSize(5);
        assertThat(page.select("p.citation")).as("one under each table").hasSameSizeAs(page.select("table.indicators"));
    }

    @Test
    void filtersByThemeAndFindsByNameInEitherLanguageAndByNumber() throws Exception {
        assertThat(titles(list + "?theme=WORK")).allSatisfy(id -> assertThat(id).isEqualTo("181"));
        assertThat(titles(list + "?text=TYÖTTÖMÄT, %")).containsExactly("181");
        assertThat(titles(list + "?text=arbetslösa,")).containsExactly("181");
        assertThat(titles(list + "?text=127")).containsExactly("127");
        assertThat(titles(list + "?text=_")).isEmpty();
        assertThat(pages.shown(list + "?text=_", person, "fi").text()).contains("Mikään mittari ei vastaa hakua.");
        assertThat(pages.shown(list + "?text=<script>x", person, "fi").select("main script"))
                .isEmpty();
    }

    @Test
    void theTrendOfAnIndicatorHasTheGapsOfTheSource() throws Exception {
        Document page = pages.shown(list + "/4", person, "fi");
        assertThat(page.select(".on-wide svg").first().select("> desc").text())
                .contains("Arvo puuttuu: 2000–2004, 2006–2009.");
        assertThat(page.select("section[aria-labelledby=trend-heading] tbody tr").stream()
                        .filter(row -> row.select("th").text().matches("2005|2007"))
                        .map(row -> row.select("td").first().text()))
                .containsExactly("–", "3,7");
        assertThat(page.select("section[aria-labelledby=trend-heading] .citation")
                        .text())
                .startsWith("Lähde: Sotkanet.fi, mittari 4 ”Mielenterveyden häiriöihin")
                .contains(
                        "Tuottaja: Terveyden ja hyvinvoinnin laitos (THL).",
                        "Vuodet 1996–2011.",
                        "Hakupäivä ei tiedossa.",
                        "Lisenssi: CC BY 4.0.",
                        "Mediaanit on laskettu");
        assertThat(pages.shown(list + "/181", person, "fi").select(".citation").text())
                .contains("Työ- ja elinkeinoministeriö (TEM)", "Käyttöehdot: tuottajan omat ehdot.")
                .doesNotContain("CC BY");
    }

    @Test
    void anIndicatorWithoutAnyValueSaysSoAndInventsNothing() throws Exception {
        Document page = pages.shown(list + "/189", person, "fi");
        assertThat(page.text()).contains("Lähteessä ei ole kunnan arvoa.");
        assertThat(page.select("main svg, table")).isEmpty();
        pages.browser()
                .perform(get(list + "/999999").with(user(person.username().value())))
                .andExpect(status().isNotFound());
    }

    @Test
    void comparesWithTheMunicipalitiesThatThePersonChose() throws Exception {
        choose(MIKKELI);
        choose(PUUMALA);
        choose(MIKKELI);
        Document page = pages.shown(list + "/4", person, "fi");
        assertThat(page.select("#comparison .on-wide svg > desc").text())
                .contains("Koekunta 5,1", "Mikkeli 4,3", "Puumala ei arvoa vuodelta 2011");
        assertThat(page.select("#comparison tbody tr").eachText())
                .anySatisfy(row -> assertThat(row).isEqualTo("Mikkeli 4,3 −0,8 –"))
                .anySatisfy(row -> assertThat(row).isEqualTo("Puumala – – 0,0 (vuosi 1999)"));
        assertThat(pages.shown(list, person, "sv").text()).contains("St Michel, Puumala");
        assertThat(pages.shown(list, town.person(Role.MANAGER), "fi").text()).contains("Vertailukunnat: ei valittu");

        change("/comparison/remove", MIKKELI).andExpect(status().is3xxRedirection());
        assertThat(pages.shown(list, person, "fi").text()).contains("Vertailukunnat: Puumala");
    }

    @Test
    void findsMunicipalitiesByNameAndTakesSixAtMost() throws Exception {
        assertThat(pages.shown(list + "/comparison?name=mikk", person, "fi")
                        .select("ul.choosing li")
                        .eachText())
                .containsExactly("Mikkeli Valitse: Mikkeli");
        assertThat(pages.shown(list + "/comparison?name=st mi", person, "sv").select("ul.choosing li"))
                .hasSize(1);
        assertThat(pages.shown(list + "/comparison", person, "fi")
                        .select("ul.choosing li")
                        .eachText())
                .as("without a name, those of the county")
                .hasSize(12);
        for (int region : List.of(MIKKELI, PUUMALA, 84, 58, 344, 282)) {
            choose(region);
        }
        change("/comparison", 43).andExpect(flash().attributeExists("problem")).andExpect(status().is3xxRedirection());
        change("/comparison", region).andExpect(flash().attributeExists("problem"));
        change("/comparison", 658).andExpect(flash().attributeExists("problem"));
        assertThat(pages.shown(list + "/comparison", person, "fi").text()).contains("Valitut kunnat (6/6)");
    }

    @Test
    void showsWomenMenAndGroupsWithTheSameAxesAndMarksWhatIsSuppressed() throws Exception {
        observe(493, "female", 2010, "4.1", "OK");
        observe(493, "female", 2011, null, "SUPPRESSED");
        observe(493, "male", 2010, "6.2", "OK");
        observe(405, "total", 2010, "13.5", "OK");
        Document page = pages.shown(list + "/493", person, "fi");
        Element genders = page.selectFirst("section[aria-labelledby=genders-heading]");
        assertThat(genders.select("figcaption").eachText()).containsExactly("Kaikki", "Naiset", "Miehet");
        assertThat(genders.select("svg path.suppressed")).hasSize(2);
        assertThat(genders.select("tbody tr").eachText()).contains("2011 5,0 salattu –", "2010 5,0 4,1 6,2");
        Element groups = page.selectFirst("section[aria-labelledby=groups-heading]");
        assertThat(groups.select("figcaption").eachText()).containsExactly("Kaikki asukkaat", "18–24-vuotiaat");
        assertThat(groups.select("svg").stream()
                        .map(svg -> svg.select("text[text-anchor=end]").eachText())
                        .distinct())
                .hasSize(1);
        assertThat(groups.select(".citation").text()).contains("mittarit 5, 405, 423, 493");
    }

    @Test
    void citesTheDayOfFetchingWhereItIsKnown() throws Exception {
        jdbc.sql("""
                        update hyte.observation set fetched_on = date '2026-11-03'
                        where region_id = :region and indicator_id = 451""").param("region", region).update();
        assertThat(pages.shown(list + "/451", person, "fi")
                        .select(".citation")
                        .first()
                        .text())
                .contains("Haettu 3.11.2026.")
                .doesNotContain("ei tiedossa");
    }

    @Test
    void drawsTheTargetByWhichTheMunicipalityJudges() throws Exception {
        jdbc.sql("""
                        insert into hyte.light_rule (municipality_code, indicator_id, rule, target, target_year, tolerance,
                            version, changed_by, changed_at)
                        values (:town, 181, 'TARGET', 6, 2029, 1, 1, 'somebody', now())""").param("town", town.code().value()).update();
        Document page = pages.shown(list + "/181", person, "fi");
        assertThat(page.select("dl.facts").text()).contains("Tavoite 6,0 % vuonna 2029");
        assertThat(page.select(".on-wide svg").first().select("text").eachText())
                .contains("Tavoite 6,0 vuonna 2029");
        assertThat(page.select(".on-wide svg").first().select("line[stroke-dasharray='12 4 3 4']"))
                .hasSize(2);
        assertThat(pages.shown(list + "/493", person, "fi").text()).doesNotContain("Tavoite");
    }

    @Test
    void anOwnIndicatorIsForItsMunicipalityAndCitedAsItsOwn() throws Exception {
        int own = jdbc.sql("""
                        insert into hyte.indicator (id, title_fi, title_sv, unit_fi, unit_sv, direction, theme,
                            department_code, producer_fi, producer_sv, municipality_code)
                        values (nextval('hyte.own_indicator_id'), 'Kerhoissa käyvät', 'I klubbar', '%', '%', 'HIGHER_BETTER',
                            'CHILDREN', 'education', 'Koekunta', 'Provkommun', :town) returning id""")
                .param("town", town.code().value())
                .query(Integer.class)
                .single();
        observe(own, "total", 2025, "41.5", "OK");
        assertThat(row(pages.shown(list, person, "fi"), own).text()).contains("41,5 %", "vuodelta 2025");
        assertThat(pages.shown(list + "/" + own, person, "fi")
                        .select(".citation")
                        .first()
                        .text())
                .startsWith("Lähde: kunnan omat mittarit ”Kerhoissa käyvät” (tuottaja: Koekunta).")
                .doesNotContain("Sotkanet", "CC BY");
        Town other = towns.make();
        String others = "/municipalities/" + other.code() + "/indicators";
        assertThat(pages.shown(others, other.person(Role.REGISTRY), "fi").text())
                .doesNotContain("Kerhoissa käyvät");
        pages.browser()
                .perform(get(others + "/" + own)
                        .with(user(other.person(Role.REGISTRY).username().value())))
                .andExpect(status().isNotFound());
    }

    @Test
    void saysWhichValuesAPersonTyped() throws Exception {
        jdbc.sql("""
                        with typed as (insert into hyte.indicator_import
                            (kind, state, municipality_code, source, started_at, finished_at)
                            values ('BY_HAND', 'DONE', :town, '', now(), now()) returning id)
                        update hyte.observation set import_id = (select id from typed)
                        where region_id = :region and indicator_id = 451 and year = 2012""").param("town", town.code().value()).param("region", region).update();
        assertThat(pages.shown(list + "/451", person, "fi").select(".citation").text())
                .contains("Mukana on arvoja, jotka kunta on kirjannut itse.");
        assertThat(pages.shown(list + "/493", person, "fi").select(".citation").text())
                .doesNotContain("kirjannut itse");
    }

    @Test
    void comparesWithTheMunicipalitysOwnChoiceUntilThePersonHasOne() throws Exception {
        jdbc.sql("insert into hyte.comparison_municipality (municipality_code, region_id) values (:town, :region)")
                .param("town", town.code().value())
                .param("region", PUUMALA)
                .update();
        assertThat(pages.shown(list, person, "fi").text()).contains("Vertailukunnat: Puumala");
        assertThat(pages.shown(list + "/493", person, "fi")
                        .select("#comparison tbody")
                        .text())
                .contains("Puumala 5,0");
        assertThat(pages.shown(list + "/comparison", person, "fi").text()).contains("kunnes valitset omat: Puumala.");
        choose(MIKKELI);
        assertThat(pages.shown(list + "/493", person, "fi")
                        .select("#comparison tbody")
                        .text())
                .contains("Mikkeli 6,2")
                .doesNotContain("Puumala");
    }

    @Test
    void theFilesHaveWhatThePagesShow() throws Exception {
        String csv = file(list + ".csv?theme=WORK");
        assertThat(csv)
                .contains("Työttömät", "7,6", "2011", "Lähde: Sotkanet.fi, mittari 181")
                .doesNotContain("Väestö 31.12.");
        assertThat(file(list + "/4.csv"))
                .contains("Koekunta", "Etelä-Savon kuntien mediaani", "Koko maan kuntien mediaani", "1999");
        assertThat(file(list + "/4.xlsx")).startsWith("PK");
        assertThat(file(list + "/4.pdf")).startsWith("%PDF");
        assertThat(file(list + "/4.docx")).startsWith("PK");
    }

    @Test
    void isForTheMunicipalitysOwnPeopleOnly() throws Exception {
        Person stranger = towns.make().person(Role.MANAGER);
        for (String path : List.of("", ".csv", "/4", "/4.csv", "/4.pdf", "/comparison")) {
            pages.browser()
                    .perform(get(list + path).with(user(stranger.username().value())))
                    .andExpect(status().isNotFound());
        }
        for (String path : List.of("/comparison", "/comparison/remove")) {
            pages.browser()
                    .perform(post(list + path)
                            .with(csrf())
                            .with(user(stranger.username().value()))
                            .param("region", "228"))
                    .andExpect(status().isNotFound());
        }
    }

    private void choose(int region) throws Exception {
        change("/comparison", region).andExpect(status().is3xxRedirection());
    }

    private org.springframework.test.web.servlet.ResultActions change(String path, int region) throws Exception {
        return pages.browser()
                .perform(post(list + path)
                        .with(csrf())
                        .with(user(person.username().value()))
                        .param("region", Integer.toString(region)));
    }

    private void observe(int indicator, String gender, int year, String value, String status) {
        jdbc.sql("""
                        insert into hyte.observation (indicator_id, region_id, year, gender, value, status)
                        values (:indicator, :region, :year, :gender, :value::numeric, :status)""")
                .param("indicator", indicator)
                .param("region", region)
                .param("year", year)
                .param("gender", gender)
                .param("value", value)
                .param("status", status)
                .update();
    }

    private String file(String path) throws Exception {
        return pages.browser()
                .perform(get(path).with(user(person.username().value())).header("Accept-Language", "fi"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private List<String> titles(String path) throws Exception {
        return pages.shown(path, person, "fi").select("table.indicators tbody th a").stream()
                .map(link -> link.attr("href").replaceAll(".*/", ""))
                .toList();
    }

    private Element row(Document page, int indicator) {
        return page.selectFirst("table.indicators a[href$=/indicators/" + indicator + "]")
                .closest("tr");
    }

    private int age(int year) {
        return LocalDate.ofInstant(clock.instant(), Finland.ZONE).getYear() - year;
    }
}
