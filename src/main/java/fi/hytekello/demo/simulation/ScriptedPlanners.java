package fi.hytekello.demo.simulation;

import fi.hytekello.budget.BudgetLine;
import fi.hytekello.budget.BudgetLink;
import fi.hytekello.budget.BudgetLinks;
import fi.hytekello.budget.Budgets;
import fi.hytekello.budget.Correction;
import fi.hytekello.budget.Corrections;
import fi.hytekello.budget.ManagerChoice;
import fi.hytekello.budget.ManagerChoices;
import fi.hytekello.budget.Overrun;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Username;
import fi.hytekello.plan.Goal;
import fi.hytekello.plan.Goals;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureContent;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.MeasurePart;
import fi.hytekello.plan.Measures;
import fi.hytekello.plan.PlanScope;
import fi.hytekello.plan.PopulationGroup;
import fi.hytekello.plan.ProposalDrafts;
import fi.hytekello.plan.Responsibilities;
import fi.hytekello.worklist.OpenTask;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What departments, finance and manager fill in from the proposals to the budget. */
@Component
class ScriptedPlanners {

    private static final DepartmentCode LOSES_ONE = new DepartmentCode("vitality");

    private final Cycles cycles;
    private final Goals goals;
    private final Measures measures;
    private final ProposalDrafts drafts;
    private final Responsibilities responsibilities;
    private final People people;
    private final ScriptedAssessments assessments;
    private final Budgets budgets;
    private final BudgetLinks links;
    private final Corrections corrections;
    private final ManagerChoices choices;

    ScriptedPlanners(
            Cycles cycles,
            Goals goals,
            Measures measures,
            ProposalDrafts drafts,
            Responsibilities responsibilities,
            People people,
            ScriptedAssessments assessments,
            Budgets budgets,
            BudgetLinks links,
            Corrections corrections,
            ManagerChoices choices) {
        this.cycles = cycles;
        this.goals = goals;
        this.measures = measures;
        this.drafts = drafts;
        this.responsibilities = responsibilities;
        this.people = people;
        this.assessments = assessments;
        this.budgets = budgets;
        this.links = links;
        this.corrections = corrections;
        this.choices = choices;
    }

    /** Drafts the department's rows once and completes what lacks something, also what came from a red indicator. */
    void propose(OpenTask task, Person person, int round) {
        DepartmentCode department = task.requiredDepartment();
        List<DemoTable.Row> rows = rowsOf(department);
        if (round == 0) {
            rows.forEach(row -> revise(task, drafts.add(task.cycle(), department, person.username()), row, person));
        }
        for (Measure measure : measures.of(task.cycle(), department)) {
            if (!measure.content().gaps(1).isEmpty()) {
                revise(task, measure.id(), rows.get(0), person);
            }
        }
        replaceThoseWhoRefused(task, person);
        assessments.complete(task, person);
    }

    /** The department's own contact takes what somebody could not. */
    private void replaceThoseWhoRefused(OpenTask task, Person person) {
        for (MeasurePart part : responsibilities.of(task.cycle())) {
            Measure measure = measures.get(part.measure());
            if (part.state() == MeasurePart.State.REFUSED
                    && measure.department().equals(task.requiredDepartment())) {
                MeasureContent content = measure.content();
                MeasureContent changed = content.answeredBy(
                        part.part() == MeasurePart.Part.OWNER ? person.username() : content.owner(),
                        part.part() == MeasurePart.Part.DEPUTY ? person.username() : content.deputy());
                drafts.revise(
                        task.cycle(),
                        task.requiredDepartment(),
                        measure.id(),
                        changed,
                        measure.version(),
                        person.username());
            }
        }
    }

    /** One who is named as deputy only cannot take the first of it. */
    void refuse(OpenTask task, Person person, Script script) {
        responsibilities.openFor(task.cycle(), task.requiredDepartment(), person.username()).stream()
                .filter(part -> part.part() == MeasurePart.Part.DEPUTY)
                .findFirst()
                .ifPresent(part -> responsibilities.mark(
                        task.cycle(),
                        task.requiredDepartment(),
                        person.username(),
                        part.measure(),
                        part.part(),
                        true,
                        script.text("responsibility.refuse")));
    }

    private Username username(OpenTask task, String post) {
        return people.of(task.municipality()).stream()
                .map(Person::username)
                .filter(username -> username.value().startsWith(post + "."))
                .findFirst()
                .orElseThrow();
    }

    static boolean proposesNothing(DepartmentCode department) {
        return rowsOf(department).isEmpty();
    }

    private static List<DemoTable.Row> rowsOf(DepartmentCode department) {
        return DemoTable.read("proposals.csv").stream()
                .filter(row -> row.get("department").equals(department.value()))
                .toList();
    }

    private void revise(OpenTask task, MeasureId id, DemoTable.Row row, Person person) {
        Measure before = measures.get(id);
        Cycle cycle = cycles.get(task.cycle());
        boolean corrective = before.correctiveOfIndicator() != null;
        BigDecimal euro = corrective ? BigDecimal.ZERO : new BigDecimal(row.get("euro"));
        List<Goal> known = goals.list(task.cycle());
        Goal goal = known.get((Integer.parseInt(row.get("goal")) - 1) % known.size());
        String title = before.title().isEmpty() ? row.get("title") : before.title();
        MeasureContent content = new MeasureContent(
                goal.id(),
                title,
                username(task, row.get("owner")),
                username(task, row.get("deputy")),
                euro.signum() == 0 ? null : euro,
                corrective ? null : row.money("euro2"),
                corrective ? null : row.money("euro3"),
                euro.signum() == 0,
                corrective ? null : row.money("htv"),
                null,
                before.content().indicator(),
                LocalDate.of(cycle.year() + 1, 1, 1),
                LocalDate.of(cycle.year() + 1, 12, 31),
                PopulationGroup.valueOf(row.get("group")),
                Arrays.stream(row.get("scopes").split(",", -1))
                        .map(PlanScope::valueOf)
                        .collect(Collectors.toSet()));
        drafts.revise(task.cycle(), task.requiredDepartment(), id, content, before.version(), person.username());
    }

    /** Each measure to a line of its department, in turn; what costs nothing is marked so. */
    void link(OpenTask task) {
        Map<MeasureId, BudgetLink> linked = links.of(task.cycle());
        Map<DepartmentCode, Integer> turn = new HashMap<>();
        for (Measure measure : measures.accepted(task.cycle())) {
            if (linked.containsKey(measure.id())) {
                continue;
            }
            if (measure.cost().signum() == 0) {
                links.markNoCost(task.cycle(), measure.id());
                continue;
            }
            List<BudgetLine> lines = budgets.lines(task.cycle()).stream()
                    .filter(line -> line.department().equals(measure.department()))
                    .toList();
            int next = turn.merge(measure.department(), 1, Integer::sum) - 1;
            links.link(
                    task.cycle(), measure.id(), lines.get(next % lines.size()).id(), measure.cost());
        }
    }

    /** The dearest measure gives up what the department has too much; the others stay, with a reason. */
    void adjust(OpenTask task, Script script) {
        DepartmentCode department = task.requiredDepartment();
        Map<MeasureId, BudgetLink> linked = links.of(task.cycle());
        BigDecimal tooMuch = corrections.overruns(task.cycle()).stream()
                .filter(overrun -> overrun.department().equals(department))
                .map(Overrun::exceededBy)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
        List<Measure> charged = measures.accepted(task.cycle()).stream()
                .filter(measure -> measure.department().equals(department))
                .filter(measure -> measure.cost().signum() > 0)
                .sorted(Comparator.comparing(Measure::cost).reversed())
                .toList();
        boolean dearest = true;
        for (Measure measure : charged) {
            BigDecimal amount = Objects.requireNonNull(linked.get(measure.id())).amount();
            boolean lower = dearest && amount.compareTo(tooMuch) > 0;
            corrections.draft(
                    task.cycle(),
                    department,
                    measure.id(),
                    lower ? Correction.Kind.LOWER : Correction.Kind.KEEP,
                    lower ? amount.subtract(tooMuch) : null,
                    lower ? null : script.text("budget.keep"));
            dearest = false;
        }
    }

    void decide(OpenTask task, Script script) {
        boolean leaveOut = true;
        for (Measure measure : measures.accepted(task.cycle())) {
            if (leaveOut && measure.department().equals(LOSES_ONE)) {
                leaveOut = false;
                choices.draft(
                        task.cycle(),
                        measure.id(),
                        ManagerChoice.Kind.LEAVE_OUT,
                        null,
                        script.text("manager.leaveOut"));
            } else {
                choices.draft(task.cycle(), measure.id(), ManagerChoice.Kind.INCLUDE, null, null);
            }
        }
    }
}
