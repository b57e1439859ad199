package fi.hytekello.plan.web;

import fi.hytekello.municipality.Person;
import fi.hytekello.plan.DepartmentProposals;
import fi.hytekello.plan.Goals;
import fi.hytekello.plan.ImpactAssessments;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.Overlaps;
import fi.hytekello.plan.Proposals;
import fi.hytekello.plan.ReportComparisons;
import fi.hytekello.plan.Responsibilities;
import fi.hytekello.plan.WelfareReport;
import fi.hytekello.plan.WelfareReports;
import fi.hytekello.worklist.OpenTask;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages on which the director approves, the wellbeing group reconciles and handles the draft. */
@Controller
class ReviewController {

    private final Proposals proposals;
    private final Goals goals;
    private final WelfareReports reports;
    private final Responsibilities responsibilities;
    private final ImpactAssessments impacts;
    private final ReportComparisons comparisons;

    ReviewController(
            Proposals proposals,
            Goals goals,
            WelfareReports reports,
            Responsibilities responsibilities,
            ImpactAssessments impacts,
            ReportComparisons comparisons) {
        this.responsibilities = responsibilities;
        this.proposals = proposals;
        this.goals = goals;
        this.reports = reports;
        this.impacts = impacts;
        this.comparisons = comparisons;
    }

    @GetMapping("/tasks/{taskId}/proposal-approval")
    String approve(OpenTask task, Model model) {
        Pages.of("Activity_ApproveProposals", task);
        model.addAttribute("task", task);
        model.addAttribute("parts", responsibilities.of(task.cycle()));
        model.addAttribute("department", proposals.of(task.cycle(), task.requiredDepartment()));
        model.addAttribute("goals", goals.list(task.cycle()));
        model.addAttribute("impacts", impacts.of(task.cycle()));
        return "forms/plan/proposal-approval";
    }

    @GetMapping("/tasks/{taskId}/reconciliation")
    String reconcile(OpenTask task, Model model) {
        Pages.of("Activity_ReconcileProposals", task);
        model.addAttribute("task", task);
        model.addAttribute("parts", responsibilities.of(task.cycle()));
        List<DepartmentProposals> departments = proposals.of(task.cycle());
        List<Measure> all = departments.stream()
                .flatMap(department -> department.measures().stream())
                .toList();
        model.addAttribute("departments", departments);
        model.addAttribute("overlaps", Overlaps.of(all));
        model.addAttribute("acting", Overlaps.departments(all));
        model.addAttribute("goals", goals.list(task.cycle()));
        model.addAttribute("impacts", impacts.of(task.cycle()));
        return "forms/plan/reconciliation";
    }

    @GetMapping("/tasks/{taskId}/draft-handling")
    String handle(OpenTask task, Person person, Model model) {
        Pages.of("Activity_HandleDraft", task);
        model.addAttribute("task", task);
        WelfareReport report = reports.current(task.cycle());
        model.addAttribute("report", report);
        model.addAttribute(
                "comparison", comparisons.sinceSeen(report, person.username()).orElse(null));
        return "forms/plan/draft-handling";
    }
}
