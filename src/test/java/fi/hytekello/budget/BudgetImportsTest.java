package fi.hytekello.budget;

import static fi.hytekello.budget.Samples.euro;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.plan.GoalId;
import fi.hytekello.plan.Goals;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.Refused;
import fi.hytekello.platform.sheet.SheetProblem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finance's files, right and wrong. */
@WholeTest
class BudgetImportsTest {

    private static final String YOUTH = "4400;210;Nuorisotyö;education;5000";
    private static final String ROADS = "4330;310;Väylät;Technical;9 000,50";

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Cycles cycles;

    @Autowired
    BudgetImports imports;

    @Autowired
    Budgets budgets;

    @Autowired
    BindingGoals binding;

    @Autowired
    Realisations realisations;

    @Autowired
    Goals goals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Town town;
    private Cycle year;
    private Person finance;

    @BeforeEach
    void startTheYear() {
        town = towns.make();
        finance = town.person(Role.FINANCE);
        Cycle started = planning.start(town.code(), LocalDate.now(clock).getYear(), town.person(Role.COORDINATOR));
        // A year earlier, so that its budget year has begun.
        jdbc.sql("update hyte.cycle set year = year - 1 where id = :id")
                .param("id", started.id().value())
                .update();
        year = cycles.get(started.id());
    }

    @Test
    void linesAreStoredForThreeYearsOnlyWhenConfirmed() {
        ImportPreview preview = imports.upload(year.id(), ImportKind.LINES, Samples.file(year, YOUTH, ROADS), finance);
        assertThat(preview.added()).isEqualTo(2);
        assertThat(budgets.lines(year.id())).isEmpty();
        assertThatThrownBy(() -> imports.confirm(year.id(), ImportKind.LINES, "another", finance))
                .isInstanceOf(Conflict.class);
        imports.confirm(year.id(), ImportKind.LINES, preview.fingerprint(), finance);
        assertThat(budgets.lines(year.id()))
                .extracting(BudgetLine::label)
                .containsExactly("4400 / 210 Nuorisotyö", "4330 / 310 Väylät");
        assertThat(budgets.lines(year.id()).get(1).years())
                .containsExactly(euro("9000.50"), euro("9000.50"), euro("0"));
        assertThatThrownBy(() -> imports.confirm(year.id(), ImportKind.LINES, preview.fingerprint(), finance))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void everyMistakeIsNamedWithItsRowAndNothingIsStored() {
        byte[] file = Samples.file(
                year,
                YOUTH,
                "4400;210;Toinen;education;1",
                "4500;211;Tarvikkeet;education;-1",
                "4500;212;Tarvikkeet;education;1,234",
                "4500;213;Tarvikkeet;Kalatalous;1",
                "4500;;Tarvikkeet;education;1");
        ImportPreview preview = imports.upload(year.id(), ImportKind.LINES, file, finance);
        assertThat(preview.problems())
                .extracting(SheetProblem::row, one -> one.problem().messageKey())
                .contains(
                        org.assertj.core.groups.Tuple.tuple(3, "problem.budget.lineTwice"),
                        org.assertj.core.groups.Tuple.tuple(4, "problem.money.negative"),
                        org.assertj.core.groups.Tuple.tuple(5, "problem.sheet.decimals"),
                        org.assertj.core.groups.Tuple.tuple(6, "problem.budget.departmentUnknown"),
                        org.assertj.core.groups.Tuple.tuple(7, "problem.sheet.missing"));
        assertThat(imports.pending(year.id(), ImportKind.LINES, finance)).isEmpty();
        assertThat(budgets.lines(year.id())).isEmpty();
    }

    @Test
    void aMissingColumnIsNamed() {
        byte[] file = "Konto;Kostnadsställe;Namn;Sektor;Anslag %d\n1;2;3;4;5\n"
                .formatted(year.year() + 1)
                .getBytes(StandardCharsets.UTF_8);
        assertThat(imports.upload(year.id(), ImportKind.LINES, file, finance).problems())
                .extracting(one -> one.problem().arguments().get(0))
                .containsExactly("Määräraha " + (year.year() + 2), "Määräraha " + (year.year() + 3));
    }

    @Test
    void importingAgainUpdatesAndRemovesButKeepsWhatIsLinked() {
        BudgetLine youth =
                Samples.bringIn(imports, budgets, year, finance, YOUTH, ROADS).get(0);
        ImportPreview second = imports.upload(
                year.id(), ImportKind.LINES, Samples.file(year, "4400;210;Nuorten työ;education;6000"), finance);
        assertThat(List.of(second.changed(), second.removed(), second.added())).containsExactly(1L, 1L, 0L);
        goals.add(year.id(), "Lapset voivat hyvin", null, null);
        link(youth);
        imports.confirm(year.id(), ImportKind.LINES, second.fingerprint(), finance);
        assertThat(budgets.lines(year.id())).singleElement().satisfies(line -> {
            assertThat(line.id()).isEqualTo(youth.id());
            assertThat(line.name()).isEqualTo("Nuorten työ");
        });
        assertThat(imports.upload(year.id(), ImportKind.LINES, Samples.file(year, ROADS), finance)
                        .problems())
                .extracting(one -> one.problem().messageKey())
                .containsExactly("problem.budget.lineLinked");
        assertThat(imports.upload(
                                year.id(),
                                ImportKind.LINES,
                                Samples.file(year, "4400;210;Nuorten työ;technical;6000"),
                                finance)
                        .problems())
                .extracting(one -> one.problem().messageKey())
                .containsExactly("problem.budget.lineMoves");
    }

    @Test
    void framesAreSetForTheDepartmentsInTheFile() {
        byte[] file = "Toimiala;Kehys\neducation;1 000\n".getBytes(StandardCharsets.UTF_8);
        ImportPreview preview = imports.upload(year.id(), ImportKind.FRAMES, file, finance);
        imports.confirm(year.id(), ImportKind.FRAMES, preview.fingerprint(), finance);
        assertThat(budgets.frames(year.id())).containsOnly(java.util.Map.entry(Town.EDUCATION, euro("1000")));
    }

    @Test
    void realisationComesBackToTheLinesOfADecidedBudgetOnly() {
        BudgetLine youth =
                Samples.bringIn(imports, budgets, year, finance, YOUTH).get(0);
        byte[] file = "Tili;Kustannuspaikka;Toteutuma;Tilannepäivä\n4400;210;-12,50;1.1.%d\n"
                .formatted(year.year() + 1)
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> imports.upload(year.id(), ImportKind.REALISATION, file, finance))
                .isInstanceOf(Conflict.class);
        decided();
        ImportPreview preview = imports.upload(year.id(), ImportKind.REALISATION, file, finance);
        imports.confirm(year.id(), ImportKind.REALISATION, preview.fingerprint(), finance);
        assertThat(realisations.latest(year.id()).get(youth.id()).realised()).isEqualByComparingTo("-12.50");
        byte[] wrong = """
                Tili;Kustannuspaikka;Toteutuma;Tilannepäivä
                4400;999;1;1.1.%1$d
                4400;210;1;31.12.%2$d
                4400;210;1;30.2.%1$d
                """.formatted(year.year() + 1, year.year() + 9).getBytes(StandardCharsets.UTF_8);
        assertThat(imports.upload(year.id(), ImportKind.REALISATION, wrong, finance)
                        .problems())
                .extracting(SheetProblem::row, one -> one.problem().messageKey())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "problem.budget.realisedUnknown"),
                        org.assertj.core.groups.Tuple.tuple(3, "problem.budget.asOf"),
                        org.assertj.core.groups.Tuple.tuple(4, "problem.answer.date"));
        assertThatThrownBy(() -> imports.upload(year.id(), ImportKind.LINES, Samples.file(year, ROADS), finance))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void onlyTheMunicipalitysFinanceImports() {
        for (Person other : List.of(town.person(Role.COORDINATOR), towns.make().person(Role.FINANCE))) {
            assertThatThrownBy(() -> imports.upload(year.id(), ImportKind.LINES, Samples.file(year, YOUTH), other))
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void aGoalIsBindingWhileTheBudgetIsOpen() {
        GoalId goal = goals.add(year.id(), "Lapset voivat hyvin", null, null);
        assertThatThrownBy(() -> binding.mark(year.id(), goal, true, town.person(Role.MANAGER)))
                .isInstanceOf(Refused.class);
        binding.mark(year.id(), goal, true, town.person(Role.COORDINATOR));
        binding.mark(year.id(), goal, true, finance);
        assertThat(binding.of(year.id())).containsExactly(goal);
        binding.mark(year.id(), goal, false, finance);
        assertThat(binding.of(year.id())).isEmpty();
        decided();
        assertThatThrownBy(() -> binding.mark(year.id(), goal, true, finance)).isInstanceOf(Conflict.class);
    }

    private void decided() {
        jdbc.sql("""
                        with made as (insert into hyte.decision (cycle_id, subject, decided_by, outcome, decided_on, section,
                            recorded_by, recorded_at)
                            values (:cycle, 'BUDGET', 'COUNCIL', 'APPROVED', date '2026-12-01', '1 §', 'test', now())
                            returning id)
                        insert into hyte.budget_annex (cycle_id, decision_id, decided_on, section, produced_at)
                        select :cycle, id, date '2026-12-01', '1 §', now() from made""").param("cycle", year.id().value()).update();
    }

    private void link(BudgetLine line) {
        jdbc.sql("""
                        with m as (insert into hyte.measure (cycle_id, municipality_code, department_code, goal_id, title, owner,
                            deputy, euro, starts_on, ends_on, status, changed_by, changed_at)
                            select :cycle, :town, 'education', min(g.id), 'Kerhot', 'rehtori', 'vararehtori', 10,
                            date '2027-01-01', date '2027-12-31', 'ACCEPTED', 'test', now()
                            from hyte.goal g where g.cycle_id = :cycle returning id)
                        insert into hyte.budget_link (measure_id, cycle_id, line_id, no_cost, amount)
                        select id, :cycle, :line, false, 10 from m""")
                .param("cycle", year.id().value())
                .param("town", town.code().value())
                .param("line", line.id())
                .update();
    }
}
