package fi.hytekello.document;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.budget.BudgetAnnex;
import fi.hytekello.budget.BudgetAnnexes;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.document.Block.Table;
import fi.hytekello.municipality.Languages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the documents tell. */
@WholeTest
class DocumentContentTest {

    @Autowired
    Towns towns;

    @Autowired
    BudgetAnnexes annexes;

    @Autowired
    DocumentAssembly assembly;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    org.springframework.beans.factory.config.AutowireCapableBeanFactory beans;

    private PublishedYear years;
    private Town town;
    private Cycle cycle;

    @BeforeEach
    void makeYear() {
        town = towns.make();
        years = beans.createBean(PublishedYear.class);
        cycle = years.make(town);
        years.statements(cycle);
    }

    @Test
    void theSumsOfTheAnnexAgreeWithItsLines() {
        Document document = assembly.assemble(cycle.id(), DocumentKind.BUDGET_ANNEX, Languages.SWEDISH, false);
        List<Table> tables = document.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(table -> !table.sums().isEmpty())
                .toList();
        assertThat(tables).hasSize(3).allSatisfy(table -> {
            int last = table.columns().size() - 1;
            BigDecimal sum =
                    table.rows().stream().map(row -> euro(row.get(last))).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(euro(table.sums().get(last))).isEqualByComparingTo(sum);
        });
        BudgetAnnex annex = annexes.find(cycle.id()).orElseThrow();
        assertThat(euro(tables.get(2).sums().get(1))).isEqualByComparingTo(annex.total());
        assertThat(annex.rows()).hasSize(39);
    }

    @Test
    void thePlanTellsWhatWasLeftOutAndWhoProposedNothing() {
        jdbc.sql("""
                        insert into hyte.department (municipality_code, code, name_fi, name_sv)
                        values (:town, 'culture', 'Kulttuuri', 'Kultur')""").param("town", town.code().value()).update();
        String page = html(DocumentKind.WELFARE_PLAN, Languages.FINNISH);
        assertThat(page)
                .contains("Rahat eivät riitä")
                .contains("<li>Kulttuuri</li>")
                .contains("Tavoitteella ei ole toimenpiteitä.")
                .contains("rehtori, varalla apulaisrehtori")
                .contains("§ 99");
    }

    @Test
    void inTheOtherLanguageTheMunicipalitysOwnTextsAreMarked() {
        String page = html(DocumentKind.WELFARE_PLAN, Languages.SWEDISH);
        assertThat(page)
                .contains("<html lang=\"sv-FI\">")
                .contains("De texter som kommunen själv har skrivit är på finska.")
                .contains("1. Barnen mår bra</h3>")
                .contains("lang=\"fi-FI\">2. Vain suomeksi nimetty tavoite</h3>")
                .contains("<th scope=\"row\" lang=\"fi-FI\">Toimenpide 1 ");
        assertThat(html(DocumentKind.WELFARE_PLAN, Languages.FINNISH))
                .contains("lang=\"sv-FI\">3. Mål utan åtgärder</h3>")
                .doesNotContain("Kunnan kirjoittamat tekstit");
    }

    @Test
    void theReportShowsTheYearsTheChartAndTheExplanation() {
        String page = html(DocumentKind.WELFARE_REPORT, Languages.FINNISH);
        assertThat(page)
                .contains("<th scope=\"col\" class=\"number\">2007</th>")
                .contains("99,5")
                .contains("■ Heikko")
                .contains("Selitys &amp; syy")
                .contains("role=\"img\"")
                .contains("&lt;b&gt;tekstiä&lt;/b&gt;")
                .doesNotContain("Muutokset suunnitelmaan");
    }

    @Test
    void oneNewerValueDoesNotEmptyTheColumnsOfTheOthers() {
        jdbc.sql("""
                        with newer as (insert into hyte.observation (indicator_id, region_id, year, gender, value, status)
                            values (493, 900000 + :town::integer, 2024, 'total', 7.25, 'OK'))
                        insert into hyte.snapshot_value (cycle_id, indicator_id, department_code, year, value, status, light)
                        values (:cycle, 493, 'education', 2024, 7.25, 'OK', 'UNRATED')""")
                .param("town", town.code().value())
                .param("cycle", cycle.id().value())
                .update();
        List<String> heads =
                assembly.assemble(cycle.id(), DocumentKind.WELFARE_REPORT, Languages.FINNISH, false).sections().stream()
                        .flatMap(section -> section.blocks().stream())
                        .filter(Table.class::isInstance)
                        .map(Table.class::cast)
                        .filter(table -> table.rows().stream()
                                .anyMatch(row -> row.get(0).value().contains("(mittari 493)")))
                        .flatMap(table -> table.columns().stream().map(Table.Column::heading))
                        .toList();
        assertThat(heads)
                .containsExactly("Mittari", "2007", "2008", "2009", "2010", "2011", "2024", "Vertailu", "Tila");
        assertThat(html(DocumentKind.WELFARE_REPORT, Languages.FINNISH)).contains("99,5", "7,25");
    }

    @Test
    void theReportTellsWhoWasSilentWhatTheGroupSaidWhatTheSourceCorrectedAndWhatWasLeftOut() {
        long id = cycle.id().value();
        jdbc.sql("""
                        update hyte.snapshot_value set explanation = null, explained_by = null, unexplained_at = now()
                        where cycle_id = :cycle and indicator_id = 4""").param("cycle", id).update();
        jdbc.sql("""
                        insert into hyte.indicator_theme_comment (cycle_id, theme, comment, changed_by, changed_at)
                        values (:cycle, 'HEALTH', 'Teema & huoli', 'test', now())""").param("cycle", id).update();
        jdbc.sql("""
                        insert into hyte.indicator_discussion (cycle_id, comment, discussed_by, discussed_at)
                        values (:cycle, 'Kokonaisuus on hyvä', 'test', now())""").param("cycle", id).update();
        jdbc.sql("""
                        insert into hyte.cycle_indicator_left_out (cycle_id, indicator_id, reason, left_out_by, left_out_at)
                        values (:cycle, 183, 'Ei koske meitä', 'test', now())""").param("cycle", id).update();
        assertThat(html(DocumentKind.WELFARE_REPORT, Languages.FINNISH))
                .contains("Ei selitystä määräaikaan mennessä")
                .contains("Teema &amp; huoli")
                .contains("Kokonaisuus on hyvä")
                .contains("Lähde on korjannut arvon 99,5 → 1,04.")
                .contains("99,5")
                .contains("Ei koske meitä");
        assertThat(html(DocumentKind.WELFARE_REPORT, Languages.SWEDISH))
                .contains("Ingen förklaring inom tidsfristen")
                .contains("Källan har rättat värdet 99,5 → 1,04.")
                .contains("lang=\"fi-FI\">Ei koske meitä");
    }

    @Test
    void theAppendixTellsOfEveryPartyAndNamesNoAddress() {
        String page = html(DocumentKind.STATEMENT_APPENDIX, Languages.FINNISH);
        assertThat(page)
                .contains("1. lausuntokierros: hyvinvointiraportin versio 1</h2>")
                .contains("30.4.2027")
                .contains("Vanhusneuvosto &amp; &lt;ystävät&gt;</h3>")
                .contains("Lausunto annettu myöhässä. Saapunut 2.5.2027.")
                .contains("Ei anna lausuntoa")
                .contains("Lausuntoa ei ole saatu")
                .contains("Muut eivät vastanneet")
                .contains("<p lang=\"sv-FI\">Vi är nöjda</p>")
                .contains("Kysymykseen ei vastattu.")
                .contains("Kiitos &lt;b&gt;lausunnosta&lt;/b&gt;")
                .contains("Lausunnon vuoksi luonnosta muutettiin.")
                .doesNotContain("Kysymys 3</h4>")
                .doesNotContain("salainen");
        assertThat(html(DocumentKind.STATEMENT_APPENDIX, Languages.SWEDISH))
                .contains("<p>Vi är nöjda</p>")
                .contains("<h4 id=\"s2\" lang=\"fi-FI\">Kysymys 1</h4>")
                .contains("Ungdomsfullmäktige</h3>");
    }

    @Test
    void aRoundWithoutRequestsSaysWhy() {
        jdbc.sql("""
                        insert into hyte.statement_round (cycle_id, version_number, state, reason)
                        values (:cycle, 1, 'SKIPPED', 'Muutos oli pieni')""").param("cycle", cycle.id().value()).update();
        assertThat(html(DocumentKind.STATEMENT_APPENDIX, Languages.FINNISH))
                .contains("2. lausuntokierros: hyvinvointiraportin versio 1</h2>")
                .contains("lausuntoja ei pyydetty. Perustelu:")
                .contains("Muutos oli pieni");
    }

    @Test
    void thePlanTellsTheGoalsTargetTheCostsOfThreeYearsAndTheImpact() {
        String page = html(DocumentKind.WELFARE_PLAN, Languages.FINNISH);
        assertThat(page)
                .contains("Talousarviossa sitova tavoite")
                .contains("Elinkaaren vaihe: lapset ja nuoret")
                .contains("Yksinäisyys")
                .contains("Tavoitearvo vuonna 2030: 12,5")
                .contains("hyvinvointisuunnitelma, kulttuurisuunnitelma")
                .contains("Euroa " + (cycle.year() + 3))
                .contains("<td class=\"number\">390 000,00 €</td>")
                .contains("<td class=\"number\">19,5</td>")
                .contains("tarve selvittämättä")
                .contains("laaja arvio")
                .contains(": Ostopalvelu</caption>")
                .contains("Lapset ja nuoret (lapsivaikutusten arviointi)")
                .contains("myönteinen")
                .contains("Ehdotus on paras &amp; halvin")
                .contains("Tasa-arvo paranee");
    }

    @Test
    void whatNeedsNoAssessmentIsNamedInOneSentenceAndUnchangedViewpointsShareARow() {
        String page = html(DocumentKind.WELFARE_PLAN, Languages.FINNISH);
        assertThat(page)
                .contains(
                        "kustannus on alle kunnan arviointirajan 100\u00a0000,00\u00a0€:</strong> <span>Toimenpide 2 ")
                .contains("; Toimenpide 9 ")
                .contains("<th scope=\"row\">Ympäristö, Yritykset</th>")
                .contains("<strong>Johtopäätös:</strong> <span>Ehdotus on paras &amp; halvin</span>");
        assertThat(html(DocumentKind.WELFARE_PLAN, Languages.SWEDISH))
                .contains(":</strong> <span lang=\"fi-FI\">Toimenpide 2 ");
    }

    @Test
    void aGoalWithoutMeasuredMeasuresHasNoColumnOfIndicators() {
        String page = html(DocumentKind.WELFARE_PLAN, Languages.FINNISH);
        assertThat(page).doesNotContain("<th scope=\"col\">Mittari</th>");
        jdbc.sql("update hyte.measure set indicator_id = 4 where cycle_id = :cycle and title like 'Toimenpide 2 %'")
                .param("cycle", cycle.id().value())
                .update();
        assertThat(html(DocumentKind.WELFARE_PLAN, Languages.FINNISH))
                .containsOnlyOnce("<th scope=\"col\">Mittari</th>");
    }

    @Test
    void theAnnexNamesBindingGoalsAndWhoLeftAMeasureOut() {
        assertThat(html(DocumentKind.BUDGET_ANNEX, Languages.FINNISH))
                .contains(">sitova</td>")
                .contains(">ei sitova</td>")
                .contains("Kunnanjohtaja</td>")
                .contains("Rahat eivät riitä");
        jdbc.sql("update hyte.municipality set city = true where code = :code")
                .param("code", town.code().value())
                .update();
        assertThat(html(DocumentKind.BUDGET_ANNEX, Languages.FINNISH)).contains("Kaupunginjohtaja</td>");
        assertThat(html(DocumentKind.BUDGET_ANNEX, Languages.SWEDISH)).contains("Stadsdirektören</td>");
    }

    @Test
    void aBroadReportHasTheFiguresAfterItsOwnChapters() {
        Town other = towns.make();
        Cycle broad = years.makeBroad(other);
        Document document = assembly.assemble(broad.id(), DocumentKind.WELFARE_REPORT, Languages.FINNISH, true);
        List<String> headings = document.sections().stream()
                .map(section -> section.level() + " " + section.heading().value())
                .toList();
        assertThat(headings)
                .containsSubsequence("1 Hyvinvoinnin tila lukuina", "2 Mittarit vuosittain", "1 Päätökset")
                .doesNotContain("1 Viime vuoden toimenpiteet");
        assertThat(headings.indexOf("1 Hyvinvoinnin tila lukuina")).isGreaterThan(2);
        assertThat(PdfCheck.faults(new PdfRenderer(new HtmlRenderer()).render(document)))
                .isEmpty();
    }

    private String html(DocumentKind kind, java.util.Locale language) {
        return new HtmlRenderer().render(assembly.assemble(cycle.id(), kind, language, true));
    }

    private static BigDecimal euro(Text text) {
        String digits =
                Objects.requireNonNull(text.value()).replaceAll("[^0-9,]", "").replace(',', '.');
        return digits.isEmpty() ? BigDecimal.ZERO : new BigDecimal(digits);
    }
}
