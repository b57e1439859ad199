package fi.hytekello.demo.simulation;

import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.worklist.OpenTask;
import java.util.List;
import java.util.Objects;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Fills in what a person fills in before completing a task, through the services that the pages use. */
@Component
class ScriptedUsers {

    private final People people;
    private final ScriptedReporters reporters;
    private final ScriptedProposals proposals;
    private final ScriptedFinance finance;
    private final ScriptedBudget budget;
    private final ScriptedFollowers followers;
    private final ScriptedStatements statements;
    private final ScriptedBroad broad;

    ScriptedUsers(
            People people,
            ScriptedReporters reporters,
            ScriptedProposals proposals,
            ScriptedFinance finance,
            ScriptedBudget budget,
            ScriptedFollowers followers,
            ScriptedStatements statements,
            ScriptedBroad broad) {
        this.people = people;
        this.reporters = reporters;
        this.proposals = proposals;
        this.finance = finance;
        this.budget = budget;
        this.followers = followers;
        this.statements = statements;
        this.broad = broad;
    }

    /** The one whose turn it is; the director does only what is the director's alone. */
    Person responsible(OpenTask task) {
        if (task.isPersonal()) {
            return people.get(Objects.requireNonNull(task.assignee()));
        }
        List<String> groups = task.groups().stream()
                .filter(group -> !group.startsWith("department-director-"))
                .toList();
        return people.inGroups(task.municipality(), groups.isEmpty() ? task.groups() : groups)
                .get(0);
    }

    /** Does something in this person's name and language. */
    static void as(Person person, Runnable work) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        person.username().value(), null, List.of()));
        LocaleContextHolder.setLocale(person.language());
        try {
            work.run();
        } finally {
            SecurityContextHolder.clearContext();
            LocaleContextHolder.resetLocaleContext();
        }
    }

    void prepare(Turn turn) {
        switch (turn.task().task()) {
            case "Activity_ProposeStart" -> broad.proposeStart(turn);
            case "Activity_FixStructure" -> broad.fixStructure(turn);
            case "Activity_ListConcerns", "Activity_ListGroupConcerns" -> broad.listConcerns(turn);
            case "Activity_TestConcerns" -> broad.testConcerns(turn);
            case "Activity_ReportMeasures" -> reporters.reportMeasures(turn);
            case "Activity_ExplainIndicators" -> reporters.explain(turn);
            case "Activity_DiscussIndicators" -> reporters.discuss(turn);
            case "Activity_WriteDraft" -> reporters.write(turn);
            case "Activity_PrepareRequest" -> statements.request(turn);
            case "Activity_WriteReplies" -> statements.reply(turn);
            case "Activity_ProposeMeasures" -> proposals.propose(turn);
            case "Activity_ConfirmResponsibility" -> proposals.confirm(turn);
            case "Activity_LinkMeasures" -> finance.link(turn);
            case "Activity_AdjustMeasures" -> budget.adjust(turn);
            case "Activity_DecideMeasures" -> budget.decide(turn);
            case "Activity_RecordCouncilChanges" -> finance.recordCouncil(turn);
            case "Activity_ReportFollowUp" -> followers.report(turn);
            case "Activity_PrepareNegotiation" -> followers.prepareNegotiation(turn);
            case "Activity_RecordNegotiation" -> followers.recordNegotiation(turn);
            default -> {}
        }
    }
}
