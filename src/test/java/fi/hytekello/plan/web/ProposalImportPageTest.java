package fi.hytekello.plan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.hytekello.TestPages;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureHistory;
import fi.hytekello.plan.Measures;
import fi.hytekello.plan.PlanScope;
import fi.hytekello.plan.PopulationGroup;
import fi.hytekello.plan.ProposalDrafts;
import fi.hytekello.worklist.Worklist;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** Spreadsheets of proposals as people send them: right, wrong, partly wrong, and no spreadsheets at all. */
@WholeTest
class ProposalImportPageTest {

    private static final String HEADERS = "Toimenpide;Tavoite;Vastuuhenkilö;Varahenkilö;Alkaa;Päättyy;"
            + "Euroa talousarviovuonna;Ei kustannuksia;Väestöryhmä;Suunnitelmat;Henkilötyövuosia;Mittari\n";

    @Autowired
    WebApplicationContext context;

    @Autowired
    Measures measures;

    @Autowired
    MeasureHistory history;

    @Autowired
    ProposalDrafts drafts;

    @Autowired
    Worklist worklist;

    private final MockHttpSession session = new MockHttpSession();
    private MockMvc browser;
    private Town town;
    private Cycle cycle;
    private Person person;
    private String owner;
    private String page;

    @BeforeEach
    void openPage() {
        browser = TestPages.in(context).browser();
        ProposingTown proposing = ProposingTown.in(context);
        town = proposing.town();
        cycle = proposing.cycle();
        person = proposing.person();
        owner = person.username().value();
        page = proposing.page();
    }

    @Test
    void thirtyRowsAreShownFirstAndStoredAfterTheConfirmation() throws Exception {
        String rows =
                IntStream.rangeClosed(1, 30).mapToObj(n -> whole("Kerho " + n)).collect(Collectors.joining());
        Document preview = upload(HEADERS + rows);
        assertThat(preview.text()).contains("Uusia 30", "virheellisiä 0").doesNotContain("??");
        assertThat(all()).isEmpty();

        Document after = confirm(preview, "UPDATE", false);
        assertThat(after.select(".notice.success").text()).contains("30");
        assertThat(all()).hasSize(30);
        Measure first = all().get(0);
        assertThat(first.title()).isEqualTo("Kerho 1");
        assertThat(first.content().gaps(1)).isEmpty();
        assertThat(first.content().euro()).isEqualByComparingTo("1500.50");
        assertThat(first.content().startsOn()).isEqualTo("2028-01-01");
        assertThat(first.content().populationGroup()).isEqualTo(PopulationGroup.YOUNG);
        assertThat(first.content().scopes()).containsExactly(PlanScope.CHILD_WELFARE, PlanScope.SAFETY);
        assertThat(history.of(first)).extracting("action").containsExactly("measure.imported");
    }

    @Test
    void ofPartlyWrongRowsNothingIsStoredUnlessThePersonChoosesTheRightOnes() throws Exception {
        Document preview = upload(HEADERS + whole("Oikea") + "Väärä;;;;;;paljon;;;;;\n");
        assertThat(preview.select("[data-error-summary] li").eachText())
                .singleElement()
                .asString()
                .contains("Rivi 3", "Euroa talousarviovuonna");
        confirm(preview, "UPDATE", false);
        assertThat(all()).isEmpty();
        confirm(show(page + "/import"), "UPDATE", true);
        assertThat(all()).extracting(Measure::title).containsExactly("Oikea");
    }

    @Test
    void missingValuesAreToldButNoErrors() throws Exception {
        Document preview = upload("Toimenpide;Outo sarake\nKerho;x\n");
        assertThat(preview.text()).contains("Uusia 1", "Vastuuhenkilö", "Outo sarake");
        confirm(preview, "UPDATE", false);
        assertThat(all()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kerho;9;;;;;;;;;;|tavoitetta ”9” ei ole",
                "Kerho;Kaikki iloisia;;;;;;;;;;|tavoitetta ”Kaikki iloisia” ei ole",
                "Kerho;;joku.muu;;;;;;;;;|kunnan käyttäjää ei ole",
                "Kerho;;department;;;;;;;;;|nimike on usealla",
                "Kerho;;;;31.2.2028;;;;;;;|Alkaa",
                "Kerho;;;;1.5.2028;1.1.2028;;;;;;|ennen alkupäivää",
                "Kerho;;;;;;-5;;;;;|Anna nolla tai suurempi",
                "Kerho;;;;;;1,234;;;;;|desimaali",
                "Kerho;;;;;;5;kyllä;;;;|kustannuksia ei pitäisi olla",
                "Kerho;;;;;;;ehkä;;;;|Ei kustannuksia",
                "Kerho;;;;;;;;marsilaiset;;;|marsilaiset",
                "Kerho;;;;;;;;;kalasuunnitelma;;|kalasuunnitelma",
                "Kerho;;;;;;;;;;puolikas;|htv",
                "Kerho;;;;;;;;;;;99999|99999",
                "#REF!;;;;;;;;;;;|kaavassa"
            })
    void eachWrongValueIsToldWithItsRowAndRemedy(String row, String told) throws Exception {
        Document preview = upload(HEADERS + row + "\n");
        assertThat(preview.select("[data-error-summary] li").eachText())
                .singleElement()
                .asString()
                .startsWith("Rivi 2")
                .contains(told);
        assertThat(preview.select("form[action$=confirm]")).isEmpty();
        assertThat(all()).isEmpty();
    }

    @Test
    void theSamePersonTwiceAndTheSameTitleTwiceAreErrors() throws Exception {
        assertThat(upload(HEADERS + "Kerho;;" + owner + ";" + owner + ";;;;;;;;\n")
                        .text())
                .contains("sama henkilö");
        assertThat(upload(HEADERS + whole("Kerho") + whole("kerho ")).text()).contains("jo rivillä 2");
    }

    @Test
    void aRowThatIsThereAlreadyIsUpdatedOrLeftAsThePersonChooses() throws Exception {
        confirm(upload(HEADERS + whole("Kerho")), "UPDATE", false);
        Document preview = upload("Toimenpide;Euroa talousarviovuonna\nKERHO;900\nUusi;ei kustannuksia\n");
        assertThat(preview.text()).contains("Uusia 1, muuttuvia 1", "900");
        confirm(preview, "SKIP", false);
        assertThat(all()).hasSize(2);
        assertThat(all().get(0).content().euro()).isEqualByComparingTo("1500.50");
        assertThat(all().get(1).content().noCost()).isTrue();

        confirm(upload("Toimenpide;Euroa talousarviovuonna\nKerho;900\n"), "UPDATE", false);
        assertThat(all()).hasSize(2);
        assertThat(all().get(0).content().euro()).isEqualByComparingTo("900");
        assertThat(all().get(0).content().owner()).isNotNull();
        assertThat(history.of(all().get(0))).extracting("action").contains("measure.changed");
    }

    @Test
    void whatChangedSinceThePreviewIsNotOverwritten() throws Exception {
        confirm(upload(HEADERS + whole("Kerho")), "UPDATE", false);
        Document preview = upload("Toimenpide;Euroa talousarviovuonna\nKerho;900\n");
        Measure row = all().get(0);
        drafts.revise(
                cycle.id(),
                Town.EDUCATION,
                row.id(),
                row.content().answeredBy(null, null),
                row.version(),
                person.username());
        assertThat(confirm(preview, "UPDATE", false).text()).contains("Tarkista rivit uudelleen");
        assertThat(all().get(0).content().euro()).isEqualByComparingTo("1500.50");
    }

    @Test
    void pastedCellsAreReadWithAndWithoutHeaders() throws Exception {
        Document preview = paste("Kerho, jossa pelataan\t1\nLeiri\t1. Nuorten yksinäisyys vähenee\n");
        assertThat(preview.text()).contains("Uusia 2");
        confirm(preview, "UPDATE", false);
        assertThat(all()).extracting(Measure::title).containsExactly("Kerho, jossa pelataan", "Leiri");
        assertThat(all()).allSatisfy(row -> assertThat(row.content().goal()).isNotNull());
        confirm(paste("Mål\tÅtgärd\nUnga är mindre ensamma\tKlubb\n"), "UPDATE", false);
        assertThat(all()).extracting(Measure::title).contains("Klubb");
        Document refused = paste("  \n");
        assertThat(refused.select("[data-error-summary]").text()).contains("Liitä taulukosta");
    }

    @Test
    void whatIsNoSpreadsheetIsToldAndNothingHappens() throws Exception {
        for (byte[] bad : List.of(
                new byte[0],
                "%PDF-1.7 x".getBytes(StandardCharsets.UTF_8),
                new byte[] {'P', 'K', 3, 4, 1, 2, 3, 4, 5, 6, 7, 8},
                new byte[] {'a', 0, 'b'},
                (HEADERS + "Kerho;;;;;;;;;;;\n".repeat(301)).getBytes(StandardCharsets.UTF_8))) {
            Document told = upload(bad);
            assertThat(told.select("[data-error-summary]")).hasSize(1);
            assertThat(told.text()).doesNotContain("??");
        }
        assertThat(upload("Nimi;Summa\nKerho;5\n")
                        .select("[data-error-summary]")
                        .text())
                .contains("Toimenpide");
        assertThat(all()).isEmpty();
    }

    @Test
    void theTemplateAndTheRowsComeBackUnchanged() throws Exception {
        confirm(upload(HEADERS + whole("Kerho")), "UPDATE", false);
        for (String language : List.of("fi", "sv")) {
            byte[] template = download("/template.xlsx", language);
            assertThat(upload(template).select("[data-error-summary]").text()).contains("rivejä");
            assertThat(upload(download("/rows.xlsx", language)).text()).contains("ennallaan 1, virheellisiä 0");
            assertThat(upload(download("/rows.csv", language)).text()).contains("ennallaan 1, virheellisiä 0");
        }
    }

    @Test
    void anotherDepartmentGetsNothing() throws Exception {
        Person other = town.person(Role.DEPARTMENT, Town.TECHNICAL);
        for (String path : List.of("/template.xlsx", "/rows.xlsx", "/rows.csv", "/import")) {
            browser.perform(get(page + path).with(user(other.username().value())))
                    .andExpect(status().isNotFound());
        }
        browser.perform(post(page + "/paste")
                        .param("pasted", "Kerho")
                        .with(csrf())
                        .with(user(other.username().value())))
                .andExpect(status().isNotFound());
    }

    private String whole(String title) {
        return title + ";1;" + owner + ";" + town.person(Role.COORDINATOR).username()
                + ";1.1.2028;2028-12-31;1 500,50 €;;nuoret;lasten ja nuorten hyvinvointisuunnitelma; SAFETY;0,5;\n"
                        .replace("suunnitelma; SAFETY", "suunnitelma, SAFETY");
    }

    private List<Measure> all() {
        return measures.of(cycle.id(), Town.EDUCATION);
    }

    private Document upload(String csv) throws Exception {
        return upload(csv.getBytes(StandardCharsets.UTF_8));
    }

    private Document upload(byte[] content) throws Exception {
        return follow(multipart(page + "/import").file(new MockMultipartFile("file", "x.xlsx", null, content)));
    }

    private Document paste(String cells) throws Exception {
        return follow(post(page + "/paste").param("pasted", cells));
    }

    private Document confirm(Document preview, String doubles, boolean onlyRight) throws Exception {
        return follow(post(page + "/import/confirm")
                .param("fingerprint", preview.select("[name=fingerprint]").val())
                .param("doubles", doubles)
                .param("onlyRight", Boolean.toString(onlyRight)));
    }

    private Document follow(MockHttpServletRequestBuilder request) throws Exception {
        MvcResult result = browser.perform(request.session(session).with(csrf()).with(user(owner)))
                .andExpect(status().is3xxRedirection())
                .andReturn();
        MvcResult next = browser.perform(get(result.getResponse().getRedirectedUrl())
                        .session(session)
                        .with(user(owner)))
                .andExpect(status().isOk())
                .andReturn();
        return Jsoup.parse(next.getResponse().getContentAsString());
    }

    private Document show(String address) throws Exception {
        return Jsoup.parse(browser.perform(get(address).session(session).with(user(owner)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private byte[] download(String path, String language) throws Exception {
        return browser.perform(get(page + path).with(user(owner)).header("Accept-Language", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }
}
