package fi.hytekello.decision.web;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.decision.Decision;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Documents;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.plan.ReportComparisons;
import fi.hytekello.plan.WelfareReport;
import fi.hytekello.plan.WelfareReports;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.Export;
import fi.hytekello.platform.web.Exports;
import fi.hytekello.statement.StatementRounds;
import fi.hytekello.worklist.OpenTask;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of the manager's approval, and the decisions of a cycle. */
@Controller
class DecisionPages {

    private final Decisions decisions;
    private final Documents documents;
    private final WelfareReports reports;
    private final ReportComparisons comparisons;
    private final StatementRounds rounds;
    private final Cycles cycles;
    private final Municipalities municipalities;
    private final Exports exports;

    DecisionPages(
            Decisions decisions,
            Documents documents,
            WelfareReports reports,
            ReportComparisons comparisons,
            StatementRounds rounds,
            Cycles cycles,
            Municipalities municipalities,
            Exports exports) {
        this.exports = exports;
        this.decisions = decisions;
        this.documents = documents;
        this.reports = reports;
        this.comparisons = comparisons;
        this.rounds = rounds;
        this.cycles = cycles;
        this.municipalities = municipalities;
    }

    @GetMapping("/tasks/{taskId}/manager-approval")
    String approval(OpenTask task, Person person, Locale locale, Model model) {
        if (!task.task().equals("Activity_ApproveDocument")) {
            throw new NotFound("problem.task.gone");
        }
        Subject subject = Subject.valueOf(Objects.requireNonNull(task.subject(), "subject"));
        List<Decision> earlier = decisions.of(task.cycle()).stream()
                .filter(decision -> decision.subject() == subject)
                .toList();
        model.addAttribute("task", task);
        model.addAttribute("subject", subject);
        model.addAttribute(
                "version", documents.currentNumber(task.cycle(), subject).orElse(null));
        if (subject == Subject.WELFARE_REPORT) {
            WelfareReport report = reports.current(task.cycle());
            model.addAttribute("report", report);
            model.addAttribute(
                    "comparison",
                    comparisons.sinceSeen(report, person.username()).orElse(null));
            model.addAttribute("appendix", rounds.appendix(task.cycle()));
        }
        model.addAttribute("decisions", earlier);
        model.addAttribute("departments", names(task.municipality(), locale));
        return "forms/decision/manager-approval";
    }

    @GetMapping("/cycles/{cycleId}/decisions")
    String list(@PathVariable long cycleId, Person person, Locale locale, Model model) {
        Cycle cycle = cycles.get(new CycleId(cycleId));
        if (!person.belongsTo(cycle.municipality())) {
            throw new NotFound("problem.cycle.unknown");
        }
        model.addAttribute("cycle", cycle);
        model.addAttribute("decisions", decisions.of(cycle.id()));
        model.addAttribute("departments", names(cycle.municipality(), locale));
        return "forms/decision/decisions";
    }

    @GetMapping("/cycles/{cycleId}/decisions.{format:xlsx|csv}")
    ResponseEntity<byte[]> file(@PathVariable long cycleId, @PathVariable String format, Person person, Locale locale) {
        Cycle cycle = cycles.get(new CycleId(cycleId));
        if (!person.belongsTo(cycle.municipality())) {
            throw new NotFound("problem.cycle.unknown");
        }
        Export export = exports.of(cycle.municipality(), cycle.year(), "decision.file", locale)
                .date("field.decidedOn")
                .text("decision.matter", 30)
                .whole("decision.versionNumber")
                .text("decision.by", 18)
                .text("field.department", 20)
                .text("decision.outcome", 24)
                .date("field.nextMeetingOn")
                .text("field.section", 12)
                .text("field.diaryNumber", 18)
                .text("field.link", 30)
                .text("field.comment", 50);
        decisions
                .of(cycle.id())
                .forEach(made -> export.line(
                        made.decidedOn(),
                        export.choice("subject.", made.subject()),
                        made.versionNumber(),
                        export.choice("decidedBy.", made.decidedBy()),
                        export.department(made.department()),
                        export.choice("outcome.", made.outcome()),
                        made.nextMeetingOn(),
                        made.section(),
                        made.diaryNumber(),
                        made.link(),
                        made.comment()));
        return export.as(format);
    }

    private Map<String, String> names(MunicipalityCode municipality, Locale locale) {
        return municipalities.departments(municipality).stream()
                .collect(Collectors.toMap(
                        department -> department.code().value(), department -> department.name(locale)));
    }
}
