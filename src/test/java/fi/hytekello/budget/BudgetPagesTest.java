package fi.hytekello.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.DecisionDraft;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.plan.Goals;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.RuntimeService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The budget's pages as people meet them. */
@WholeTest
class BudgetPagesTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Budgets budgets;

    @Autowired
    BudgetImports imports;

    @Autowired
    BudgetLinks links;

    @Autowired
    ManagerChoices choices;

    @Autowired
    BudgetAnnexes annexes;

    @Autowired
    Decisions decisions;

    @Autowired
    Goals goals;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private MockMvc pages;
    private Town town;
    private Cycle year;
    private CycleId cycle;
    private BudgetLine youth;
    private MeasureId porridge;

    @BeforeEach
    void startLinking() {
        pages = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        town = towns.make();
        year = planning.start(town.code(), LocalDate.now(clock).getYear() + 1, town.person(Role.COORDINATOR));
        cycle = year.id();
        youth = Samples.bringIn(imports, budgets, year, town.person(Role.FINANCE), "4400;210;Nuorisotyö;education;5000")
                .get(0);
        budgets.setFrames(year, Map.of(Town.EDUCATION, Samples.euro("1000")));
        goals.add(cycle, "Lapset voivat hyvin", "Barnen mår bra", null);
        porridge = accepted("Koululaisten aamupuuro", Town.EDUCATION, "1200");
        runtime.createProcessInstanceByKey("BudgetLinking")
                .setVariable("municipalityCode", town.code().value())
                .setVariable("cycleId", cycle.value())
                .execute();
    }

    @Test
    void financeSeesEveryMeasureAndSavesRowByRow() throws Exception {
        Person finance = town.person(Role.FINANCE);
        Document page = open(finance, "budget-links", Locale.forLanguageTag("fi"));
        assertThat(page.select("tbody th").eachText()).anyMatch(text -> text.contains("Koululaisten aamupuuro"));
        assertThat(page.select("[id=state-" + porridge + "]").text()).isEqualTo("Kytkemättä");
        assertThat(page.getElementsByAttributeValue("name", "linkedEuro[" + porridge + "]")
                        .attr("value"))
                .isEqualTo("1\u00a0200,00");
        Document saved = Jsoup.parse(pages.perform(post(row("budget-links"))
                        .with(user(finance.username().value()))
                        .with(csrf())
                        .header("HX-Request", "true")
                        .param(field("budgetLine"), Long.toString(youth.id()))
                        .param(field("linkedEuro"), "1 200,00"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(saved.select("#state-" + porridge).text()).isEqualTo("Tallennettu. Ylittyy");
        assertThat(saved.select("#totals").text()).contains("ylitys 200,00");
        assertThat(saved.select("form[data-complete]")).isEmpty();
        assertThat(links.of(cycle).get(porridge)).extracting(BudgetLink::line).isEqualTo(youth.id());
    }

    @Test
    void aWrongSumIsToldNextToWhatWasTyped() throws Exception {
        Person finance = town.person(Role.FINANCE);
        pages.perform(post(row("budget-links"))
                        .with(user(finance.username().value()))
                        .with(csrf())
                        .locale(Locale.forLanguageTag("fi"))
                        .param("embedded", "")
                        .param(field("budgetLine"), Long.toString(youth.id()))
                        .param(field("linkedEuro"), "paljon"))
                .andExpect(redirectedUrl("/tasks/" + task().id() + "/budget-links?embedded"))
                .andExpect(flash().attributeExists("problem", "typed"));
        Document page = Jsoup.parse(pages.perform(post(row("budget-links"))
                        .with(user(finance.username().value()))
                        .with(csrf())
                        .locale(Locale.forLanguageTag("fi"))
                        .header("HX-Request", "true")
                        .param(field("budgetLine"), Long.toString(youth.id()))
                        .param(field("linkedEuro"), "-5"))
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.select("#problem a").attr("href")).isEqualTo("#" + field("linkedEuro"));
        assertThat(page.select("#problem").text())
                .contains("Talousarvioon kytketty summa")
                .contains("negatiivinen");
        assertThat(page.getElementById(field("linkedEuro")).attr("value")).isEqualTo("-5");
        assertThat(links.of(cycle)).isEmpty();
    }

    @Test
    void aDepartmentSeesItsConflictInSwedish() throws Exception {
        links.link(cycle, porridge, youth.id(), Samples.euro("1200"));
        finishLinking();
        Person director = town.person(Role.DEPARTMENT_DIRECTOR, Town.EDUCATION);
        Document page = open(director, "budget-adjustment", Locale.forLanguageTag("sv"));
        assertThat(page.select(".notice").text()).contains("överskridning 200,00");
        pages.perform(post(row("budget-adjustment"))
                        .with(user(director.username().value()))
                        .with(csrf())
                        .param(field("correction"), "KEEP")
                        .param(field("keepReason"), "Avtalet binder."))
                .andExpect(redirectedUrl("/tasks/" + task().id() + "/budget-adjustment"));
        desk.complete(task().id(), director, Map.of());
        assertThat(open(town.person(Role.FINANCE), "budget-links", Locale.forLanguageTag("sv"))
                        .text())
                .contains("Avtalet binder.");
    }

    @Test
    void theManagerChoosesAndSeesTheGrantedSums() throws Exception {
        links.link(cycle, porridge, youth.id(), Samples.euro("1000"));
        finishLinking();
        Person manager = town.person(Role.MANAGER);
        pages.perform(post(row("budget-decision"))
                        .with(user(manager.username().value()))
                        .with(csrf())
                        .header("HX-Request", "true")
                        .param(field("managerChoice"), "INCLUDE_CHANGED")
                        .param(field("grantedEuro"), "750.50"))
                .andExpect(status().isOk());
        Document page = open(manager, "budget-decision", Locale.forLanguageTag("fi"));
        assertThat(page.select("tfoot").text()).contains("750,50");
        assertThat(page.select("input[checked]").eachAttr("value")).containsExactly("INCLUDE_CHANGED");
    }

    @Test
    void aTaskOfAnotherKindDoesNotOpenThePage() throws Exception {
        pages.perform(get("/tasks/" + task().id() + "/budget-decision")
                        .with(user(town.person(Role.FINANCE).username().value())))
                .andExpect(status().isNotFound());
    }

    @Test
    void annexAndDecisionsAreForThePeopleOfTheMunicipality() throws Exception {
        links.link(cycle, porridge, youth.id(), Samples.euro("1000"));
        finishLinking();
        choices.draft(cycle, porridge, ManagerChoice.Kind.INCLUDE, null, null);
        desk.complete(task().id(), town.person(Role.MANAGER), Map.of("proposalReady", "true"));
        decisions.record(new DecisionDraft(
                cycle,
                Subject.BUDGET,
                DecidedBy.COUNCIL,
                null,
                Outcome.APPROVED,
                null,
                LocalDate.now(clock),
                "45 §",
                "123/02.02.00/2026",
                "https://www.koekunta.example/45",
                null,
                town.person(Role.SECRETARY).username()));
        annexes.produce(cycle);
        Person reader = town.person(Role.REGISTRY);
        Document annex = read(reader, "/cycles/" + cycle + "/annex", Locale.forLanguageTag("sv"));
        assertThat(annex.text())
                .contains("45 §", "123/02.02.00/2026", "Barnen mår bra", "4400 / 210 Nuorisotyö", "1 000,00 €");
        Document list = read(reader, "/cycles/" + cycle + "/decisions", Locale.forLanguageTag("fi"));
        assertThat(list.select("tbody tr")).hasSize(2);
        assertThat(list.select("a[href=https://www.koekunta.example/45]").text())
                .isEqualTo("45 §");
        annexFileAgrees(reader);
        Document trace = read(reader, "/cycles/" + cycle + "/trace", Locale.forLanguageTag("fi"));
        assertThat(trace.select("tbody tr")).hasSize(1);
        assertThat(trace.select("tbody a[href=https://www.koekunta.example/45]").text())
                .contains("45 §", "123/02.02.00/2026");
        assertThat(trace.text()).contains("4400 / 210 Nuorisotyö: 1 000,00 €", "Ei vielä", "Puuttuu");
        assertThat(read(reader, "/cycles/" + cycle + "/trace?department=technical", Locale.forLanguageTag("fi"))
                        .select("tbody tr"))
                .isEmpty();
        Person stranger = towns.make().person(Role.REGISTRY);
        for (String path : new String[] {
            "annex", "decisions", "trace", "budget", "annex.xlsx", "annex.csv", "trace.xlsx", "budget/lines.xlsx"
        }) {
            pages.perform(get("/cycles/" + cycle + "/" + path)
                            .with(user(stranger.username().value())))
                    .andExpect(status().isNotFound());
        }
    }

    /** The workbook's sums are formulas, and their values are those of the lines. */
    private void annexFileAgrees(Person reader) throws Exception {
        byte[] file = pages.perform(get("/cycles/" + cycle + "/annex.xlsx")
                        .with(user(reader.username().value()))
                        .locale(Locale.forLanguageTag("fi")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(3).getCell(3).getStringCellValue()).isEqualTo("Koululaisten aamupuuro");
            assertThat(sheet.getRow(3).getCell(7).getNumericCellValue()).isEqualTo(1000.0);
            assertThat(sheet.getRow(4).getCell(7).getCellFormula()).isEqualTo("SUM(H4:H4)");
            assertThat(sheet.getRow(5).getCell(7).getCellFormula()).isEqualTo("SUM(H5:H5)");
            assertThat(sheet.getRow(5).getCell(7).getNumericCellValue())
                    .isEqualTo(annexes.find(cycle).orElseThrow().total().doubleValue());
            XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
            assertThat(sheet.getRow(5).getCell(7).getNumericCellValue()).isEqualTo(1000.0);
        }
    }

    @Test
    void financeUploadsLooksAndConfirms() throws Exception {
        String finance = town.person(Role.FINANCE).username().value();
        String budget = "/cycles/" + cycle + "/budget";
        byte[] wrong = "Tili;Nimi\n1;2".getBytes(StandardCharsets.UTF_8);
        pages.perform(multipart(budget + "/lines")
                        .file(new MockMultipartFile("file", "kohdat.xlsx", "text/plain", wrong))
                        .with(user(finance))
                        .with(csrf()))
                .andExpect(redirectedUrl(budget))
                .andExpect(flash().attributeExists("mistakes"));
        byte[] right = Samples.file(year, "4400;210;Nuorisotyö;education;5500");
        pages.perform(multipart(budget + "/lines")
                        .file(new MockMultipartFile("file", "kohdat.csv", "text/csv", right))
                        .with(user(finance))
                        .with(csrf()))
                .andExpect(redirectedUrl(budget + "/lines"));
        Document preview = read(town.person(Role.FINANCE), budget + "/lines", Locale.forLanguageTag("sv"));
        assertThat(preview.text()).contains("Nya 0, ändras 1", "5 500,00 €");
        pages.perform(post(budget + "/lines/confirm")
                        .param(
                                "fingerprint",
                                preview.select("input[name=fingerprint]").attr("value"))
                        .with(user(finance))
                        .with(csrf()))
                .andExpect(redirectedUrl(budget));
        assertThat(read(town.person(Role.REGISTRY), budget, Locale.forLanguageTag("fi"))
                        .text())
                .contains("5 500,00 €");
        pages.perform(multipart(budget + "/lines")
                        .file(new MockMultipartFile("file", "kohdat.csv", "text/csv", right))
                        .with(user(town.person(Role.MANAGER).username().value()))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void framesComeFromAFileAndByHand() throws Exception {
        String finance = town.person(Role.FINANCE).username().value();
        String budget = "/cycles/" + cycle + "/budget";
        pages.perform(multipart(budget + "/frames")
                        .file(new MockMultipartFile(
                                "file",
                                "kehykset.csv",
                                "text/csv",
                                "Toimiala;Kehys\neducation;2500".getBytes(StandardCharsets.UTF_8)))
                        .with(user(finance))
                        .with(csrf()))
                .andExpect(redirectedUrl(budget + "/frames"));
        assertThat(budgets.frames(cycle)).containsEntry(Town.EDUCATION, Samples.euro("1000.00"));
        Document preview = read(town.person(Role.FINANCE), budget + "/frames", Locale.forLanguageTag("fi"));
        pages.perform(post(budget + "/frames/confirm")
                        .param(
                                "fingerprint",
                                preview.select("input[name=fingerprint]").attr("value"))
                        .with(user(finance))
                        .with(csrf()))
                .andExpect(redirectedUrl(budget));
        assertThat(budgets.frames(cycle)).containsEntry(Town.EDUCATION, Samples.euro("2500.00"));
        String byHand = read(town.person(Role.FINANCE), budget, Locale.forLanguageTag("fi"))
                .select("form:has([name='frame[education]'])")
                .attr("action");
        pages.perform(post(byHand)
                        .param("frame[education]", "3 000")
                        .with(user(finance))
                        .with(csrf()))
                .andExpect(redirectedUrl(budget));
        assertThat(budgets.frames(cycle)).containsEntry(Town.EDUCATION, Samples.euro("3000.00"));
    }

    @Test
    void financeLinksAtOnceWhatTheDepartmentsSuggested() throws Exception {
        MeasureId unknown = accepted("Kerhot", Town.EDUCATION, "100");
        MeasureId foreign = accepted("Koulureittien valot", Town.TECHNICAL, "100");
        MeasureId free = accepted("Neuvonta", Town.EDUCATION, "0");
        jdbc.sql("""
                        update hyte.measure set no_cost = id = :free,
                            suggested_line = case when id = :unknown then '9999' when id = :free then null else '4400/210' end
                        where cycle_id = :cycle""")
                .param("free", free.value())
                .param("unknown", unknown.value())
                .param("cycle", cycle.value())
                .update();
        Person finance = town.person(Role.FINANCE);
        assertThat(open(finance, "budget-links", Locale.forLanguageTag("sv")).text())
                .contains("Enligt sektorernas förslag kan 2 åtgärder kopplas");
        String task = "/tasks/" + task().id() + "/budget-links";
        for (int done : new int[] {2, 0}) {
            pages.perform(post(task + "/all")
                            .with(user(finance.username().value()))
                            .with(csrf()))
                    .andExpect(redirectedUrl(task))
                    .andExpect(flash().attribute("many", done));
        }
        assertThat(links.of(cycle)).containsOnlyKeys(porridge, free);
        assertThat(links.of(cycle).get(porridge))
                .isEqualTo(new BudgetLink(porridge, youth.id(), Samples.euro("1200.00")));
        assertThat(links.of(cycle).get(free).isNoCost()).isTrue();
        assertThat(open(finance, "budget-links", Locale.forLanguageTag("fi")).select("form[action$=/all]"))
                .isEmpty();
        assertThat(foreign).isNotNull();
    }

    @Test
    void theManagerIncludesAtOnceWhatIsNotDecidedYet() throws Exception {
        MeasureId clubs = accepted("Kerhot", Town.EDUCATION, "100");
        links.link(cycle, porridge, youth.id(), Samples.euro("800"));
        links.link(cycle, clubs, youth.id(), Samples.euro("100"));
        finishLinking();
        choices.draft(cycle, clubs, ManagerChoice.Kind.LEAVE_OUT, null, "Ei nyt.");
        Person manager = town.person(Role.MANAGER);
        pages.perform(post("/tasks/" + task().id() + "/budget-decision/all")
                        .param("embedded", "")
                        .with(user(manager.username().value()))
                        .with(csrf()))
                .andExpect(redirectedUrl("/tasks/" + task().id() + "/budget-decision?embedded"))
                .andExpect(flash().attribute("many", 1));
        assertThat(choices.of(cycle).get(clubs).kind()).isEqualTo(ManagerChoice.Kind.LEAVE_OUT);
        assertThat(choices.of(cycle).get(porridge).kind()).isEqualTo(ManagerChoice.Kind.INCLUDE);
        pages.perform(post("/tasks/" + task().id() + "/budget-links/all")
                        .with(user(manager.username().value()))
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void theManagerReturnsTheLinksAndFinanceReadsWhy() throws Exception {
        links.link(cycle, porridge, youth.id(), Samples.euro("800"));
        finishLinking();
        choices.draft(cycle, porridge, ManagerChoice.Kind.INCLUDE, null, null);
        Person manager = town.person(Role.MANAGER);
        String id = task().id();
        assertThatThrownBy(() -> desk.complete(id, manager, Map.of("proposalReady", "false")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("comment");
        desk.complete(id, manager, Map.of("proposalReady", "false", "comment", "Väärä kohta."));
        assertThat(open(town.person(Role.FINANCE), "budget-links", Locale.forLanguageTag("fi"))
                        .select(".notice.warning")
                        .text())
                .contains("Palautettu: kunnanjohtaja", "Väärä kohta.");
        assertThat(jdbc.sql("""
                                select recipient from hyte.notification where cycle_id = :cycle and kind = 'RETURNED'""")
                        .param("cycle", cycle.value())
                        .query(String.class)
                        .list())
                .containsExactly(town.person(Role.FINANCE).username().value());
        finishLinking();
        Document again = open(manager, "budget-decision", Locale.forLanguageTag("fi"));
        assertThat(again.text()).contains("Esityksen versio 1.");
        assertThat(again.select("[name^=managerChoice][checked]").eachAttr("value"))
                .containsExactly("INCLUDE");
        desk.complete(task().id(), manager, Map.of("proposalReady", "true"));
        assertThat(choices.version(cycle)).isEqualTo(2);
    }

    private Document open(Person person, String page, Locale locale) throws Exception {
        return read(person, "/tasks/" + task().id() + "/" + page, locale);
    }

    private Document read(Person person, String path, Locale locale) throws Exception {
        return Jsoup.parse(
                pages.perform(get(path).with(user(person.username().value())).locale(locale))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private String row(String page) {
        return "/tasks/" + task().id() + "/" + page + "/" + porridge;
    }

    private String field(String name) {
        return name + "[" + porridge + "]";
    }

    private void finishLinking() {
        desk.complete(task().id(), town.person(Role.FINANCE), Map.of());
    }

    /** The one open task of the budget. */
    private OpenTask task() {
        return worklist.ofCycle(cycle).stream()
                .filter(task -> task.process().equals("BudgetLinking"))
                .findFirst()
                .orElseThrow();
    }

    private MeasureId accepted(String title, DepartmentCode department, String euro) {
        return new MeasureId(jdbc.sql("""
                        insert into hyte.measure (cycle_id, municipality_code, department_code, goal_id, title, owner, deputy,
                            euro, starts_on, ends_on, status, changed_by, changed_at)
                        select :cycle, :town, :department, min(g.id), :title, 'rehtori', 'vararehtori', :euro,
                            date '2027-01-01', date '2027-12-31', 'ACCEPTED', 'test', now()
                        from hyte.goal g where g.cycle_id = :cycle returning id""")
                .param("cycle", cycle.value())
                .param("town", town.code().value())
                .param("department", department.value())
                .param("title", title)
                .param("euro", Samples.euro(euro))
                .query(Long.class)
                .single());
    }
}
