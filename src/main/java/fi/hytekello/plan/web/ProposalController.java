package fi.hytekello.plan.web;

import fi.hytekello.cycle.Cycles;
import fi.hytekello.decision.Decision;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.indicator.Indicators;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.plan.DepartmentProposals;
import fi.hytekello.plan.EarlierMeasures;
import fi.hytekello.plan.Goals;
import fi.hytekello.plan.ImpactCriterion;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.PlanScope;
import fi.hytekello.plan.PopulationGroup;
import fi.hytekello.plan.ProposalDrafts;
import fi.hytekello.plan.ProposalState;
import fi.hytekello.plan.ProposalTables;
import fi.hytekello.plan.Proposals;
import fi.hytekello.plan.Responsibilities;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.ProblemTexts;
import fi.hytekello.worklist.OpenTask;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a department drafts its proposals; each row saves itself. */
@Controller
class ProposalController {

    private static final String PAGE = "proposals";

    private final Proposals proposals;
    private final ProposalDrafts drafts;
    private final Goals goals;
    private final Indicators indicators;
    private final ProposalOverview overview;
    private final Decisions decisions;
    private final Responsibilities responsibilities;
    private final EarlierMeasures earlier;
    private final People people;
    private final Cycles cycles;
    private final ProposalTables tables;
    private final ProblemTexts problems;

    ProposalController(
            Proposals proposals,
            ProposalDrafts drafts,
            Goals goals,
            Indicators indicators,
            ProposalOverview overview,
            Decisions decisions,
            Responsibilities responsibilities,
            EarlierMeasures earlier,
            People people,
            Cycles cycles,
            ProposalTables tables,
            ProblemTexts problems) {
        this.proposals = proposals;
        this.drafts = drafts;
        this.goals = goals;
        this.indicators = indicators;
        this.overview = overview;
        this.decisions = decisions;
        this.responsibilities = responsibilities;
        this.earlier = earlier;
        this.people = people;
        this.cycles = cycles;
        this.tables = tables;
        this.problems = problems;
    }

    @GetMapping("/tasks/{taskId}/proposals")
    String show(OpenTask task, Locale locale, Model model) {
        return page(task, rows(task), locale, model);
    }

    @PostMapping("/tasks/{taskId}/proposals/rows")
    String add(
            OpenTask task,
            Person person,
            @RequestParam(required = false) @Nullable String embedded,
            RedirectAttributes next) {
        Pages.of("Activity_ProposeMeasures", task);
        MeasureId id = drafts.add(task.cycle(), task.requiredDepartment(), person.username());
        next.addFlashAttribute("added", id.value());
        return Pages.back(task, PAGE, embedded, "#measure-" + id);
    }

    @PostMapping("/tasks/{taskId}/proposals/rows/{id}")
    String save(
            OpenTask task,
            Person person,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Locale locale,
            Model model) {
        Pages.of("Activity_ProposeMeasures", task);
        Given given = Given.of(sent, "scopes");
        ProposalRow row;
        try {
            Measure saved = drafts.revise(
                    task.cycle(),
                    task.requiredDepartment(),
                    new MeasureId(id),
                    ProposalRow.content(given),
                    given.version(),
                    person.username());
            ProposalRow now = row(task, id);
            row = now.holding(
                    given.fields(),
                    RowState.saved(
                            now.state().row(), saved.version(), now.state().gaps()));
        } catch (InvalidInput | Conflict refused) {
            row = refused(row(task, id), given, refused, locale);
        }
        model.addAttribute("reload", Pages.address(task, PAGE, sent.getFirst("embedded")));
        if (htmx != null) {
            model.addAttribute("state", row.state());
            model.addAttribute("row", row);
            model.addAttribute("goals", goals.list(task.cycle()));
            overview.add(rows(task), row.measure().id(), model);
            return "forms/plan/proposal-parts :: answer";
        }
        return row.state().saved()
                ? Pages.back(task, PAGE, sent.getFirst("embedded"), "#measure-" + id)
                : page(task, replacing(rows(task), row), locale, model);
    }

    @PostMapping("/tasks/{taskId}/proposals/rows/{id}/delete")
    String delete(
            OpenTask task,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable String embedded,
            Locale locale,
            Model model) {
        Pages.of("Activity_ProposeMeasures", task);
        try {
            drafts.delete(task.cycle(), task.requiredDepartment(), new MeasureId(id), version);
        } catch (Conflict changed) {
            ProposalRow now = row(task, id);
            String text = problems.of(changed, locale).orElseThrow().message();
            return page(
                    task,
                    replacing(
                            rows(task),
                            new ProposalRow(
                                    now.number(),
                                    now.measure(),
                                    now.values(),
                                    RowState.refused(
                                            now.state().row(), now.state().version(), text))),
                    locale,
                    model);
        }
        return Pages.back(task, PAGE, embedded, "#rows");
    }

    private ProposalRow refused(ProposalRow now, Given given, RuntimeException refused, Locale locale) {
        String text = problems.of(refused, locale).orElseThrow().message();
        String name = now.state().row();
        RowState state = refused instanceof Conflict && now.state().version() != given.version()
                ? RowState.conflict(name, given.version(), text, now.state().version(), now.values(), given.fields())
                : RowState.refused(name, given.version(), text);
        return now.holding(given.fields(), state);
    }

    private String page(OpenTask task, List<ProposalRow> rows, Locale locale, Model model) {
        Pages.of("Activity_ProposeMeasures", task);
        DepartmentProposals department = proposals.of(task.cycle(), task.requiredDepartment());
        model.addAttribute("task", task);
        overview.add(rows, null, model);
        model.addAttribute("opened", opened(rows, (Long) model.getAttribute("added")));
        model.addAttribute("headers", tables.headers(task.cycle(), locale));
        model.addAttribute("department", department);
        model.addAttribute("returned", returned(task, department));
        model.addAttribute("parts", responsibilities.of(task.cycle()));
        model.addAttribute("people", people.of(task.municipality()));
        model.addAttribute("earlier", earlier.of(task.cycle(), task.requiredDepartment()));
        model.addAttribute("planYear", cycles.get(task.cycle()).year() + 1);
        model.addAttribute("scopes", PlanScope.values());
        model.addAttribute("goals", goals.list(task.cycle()));
        model.addAttribute("indicators", indicators.of(task.cycle()));
        model.addAttribute("criteria", ImpactCriterion.values());
        model.addAttribute("populationGroups", PopulationGroup.values());
        return "forms/plan/proposals";
    }

    /** The row just added, else the first that lacks something; and those that could not be saved. */
    private static Set<MeasureId> opened(List<ProposalRow> rows, @Nullable Long added) {
        Stream<ProposalRow> turn = added == null
                ? rows.stream().filter(ProposalRow::isIncomplete).limit(1)
                : rows.stream().filter(row -> row.measure().id().value() == added);
        return Stream.concat(turn, rows.stream().filter(row -> row.state().problem() != null))
                .map(row -> row.measure().id())
                .collect(Collectors.toSet());
    }

    private @Nullable Decision returned(OpenTask task, DepartmentProposals department) {
        if (department.state() != ProposalState.RETURNED) {
            return null;
        }
        return decisions.of(task.cycle()).stream()
                .filter(decision -> decision.subject() == Subject.PROPOSALS
                        && task.requiredDepartment().equals(decision.department())
                        && (decision.outcome() == Outcome.RETURNED || decision.outcome() == Outcome.REJECTED))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private List<ProposalRow> rows(OpenTask task) {
        List<Measure> measures =
                proposals.of(task.cycle(), task.requiredDepartment()).measures();
        return IntStream.range(0, measures.size())
                .mapToObj(i -> ProposalRow.of(i + 1, measures.get(i)))
                .toList();
    }

    private ProposalRow row(OpenTask task, long id) {
        return rows(task).stream()
                .filter(row -> row.measure().id().value() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("problem.measure.unknown"));
    }

    private static List<ProposalRow> replacing(List<ProposalRow> rows, ProposalRow changed) {
        return rows.stream()
                .map(row -> row.number() == changed.number() ? changed : row)
                .toList();
    }
}
