package fi.hytekello.plan.web;

import fi.hytekello.decision.Decision;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.plan.StartProposal;
import fi.hytekello.plan.StartProposals;
import fi.hytekello.worklist.OpenTask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which the coordinator proposes to the board that the broad report be made; it saves itself. */
@Controller
class StartProposalController {

    private static final String PAGE = "start-proposal";

    private final StartProposals proposals;
    private final Decisions decisions;
    private final RowSaving saving;

    StartProposalController(StartProposals proposals, Decisions decisions, RowSaving saving) {
        this.proposals = proposals;
        this.decisions = decisions;
        this.saving = saving;
    }

    @GetMapping("/tasks/{taskId}/start-proposal")
    String show(OpenTask task, Model model) {
        return page(task, row(task), model);
    }

    @PostMapping("/tasks/{taskId}/start-proposal")
    String save(
            OpenTask task,
            @RequestParam Map<String, String> fields,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Locale locale,
            Model model) {
        Given given = new Given(fields);
        return saving.answer(
                new RowSaving.Request(task, PAGE, given, htmx, locale),
                row(task),
                () -> proposals
                        .write(task.cycle(), content(given), given.version())
                        .version(),
                () -> List.of(row(task)),
                model,
                rows -> page(task, rows.get(0), model));
    }

    private static StartProposal.Content content(Given given) {
        return new StartProposal.Content(
                given.text("organisation", 4000),
                given.text("broadSchedule", 4000),
                given.text("workingGroups", 4000),
                given.text("participation", 4000));
    }

    private FormRow<StartProposal> row(OpenTask task) {
        Pages.of("Activity_ProposeStart", task);
        StartProposal proposal = proposals.current(task.cycle());
        Map<String, String> values = new LinkedHashMap<>();
        values.put("organisation", FormRow.text(proposal.content().organisation()));
        values.put("broadSchedule", FormRow.text(proposal.content().schedule()));
        values.put("workingGroups", FormRow.text(proposal.content().workingGroups()));
        values.put("participation", FormRow.text(proposal.content().participation()));
        return new FormRow<>(1, PAGE, proposal, values, RowState.unchanged(PAGE, proposal.version(), List.of()));
    }

    private String page(OpenTask task, FormRow<StartProposal> row, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("row", row);
        model.addAttribute("returned", returned(task));
        return "forms/plan/start-proposal";
    }

    private @Nullable Decision returned(OpenTask task) {
        return decisions.of(task.cycle()).stream()
                .filter(decision -> decision.subject() == Subject.BROAD_START)
                .reduce((earlier, later) -> later)
                .filter(decision -> decision.outcome() == Outcome.RETURNED)
                .orElse(null);
    }
}
