package fi.hytekello.statement.process;

import static fi.hytekello.worklist.Answer.choice;
import static fi.hytekello.worklist.Answer.date;
import static fi.hytekello.worklist.Answer.flag;
import static fi.hytekello.worklist.Answer.text;

import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.statement.StatementRounds;
import fi.hytekello.statement.Statements;
import fi.hytekello.worklist.TaskRule;
import fi.hytekello.worklist.TaskSubmission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the model StatementRound asks of the domain. */
@Configuration(proxyBeanMethods = false)
class StatementTasks {

    private static final String PROCESS = "StatementRound";
    private static final int LONGEST_REASON = 2000;

    /** What the coordinator does when statements are missing; a gateway reads it. */
    enum MissingDecision {
        WAIT,
        EXTEND,
        CLOSE
    }

    /** Whether the statements change the draft; the calling process reads it. */
    enum DraftOutcome {
        CHANGED,
        UNCHANGED
    }

    @Bean
    TaskRule prepareRequest(StatementRounds rounds) {
        return TaskRule.of(PROCESS, "Activity_PrepareRequest", MilestoneKind.REPORT_GROUP)
                .onPage("statement-request")
                .asking(flag("statementsRequested"))
                .then(submission -> rounds.request(
                        submission.task().cycle(),
                        submission.answers().flag("statementsRequested"),
                        submission.person().username()));
    }

    @Bean
    TaskRule recordStatement(Statements statements) {
        return TaskRule.of(PROCESS, "Activity_RecordStatement", MilestoneKind.STATEMENTS)
                .onPage("statement-record")
                .asking(flag("statementGiven").forDomainOnly())
                .then(submission -> statements.record(
                        submission.task().id(), submission.answers().flag("statementGiven")));
    }

    @Bean
    TaskRule decideMissing(StatementRounds rounds) {
        return TaskRule.of(PROCESS, "Activity_DecideMissing", MilestoneKind.STATEMENTS)
                .onPage("statement-missing")
                .asking(
                        choice("missingDecision", MissingDecision.values()),
                        date("newDueOn"),
                        text("closingReason", LONGEST_REASON))
                .then(submission -> decide(rounds, submission));
    }

    @Bean
    TaskRule writeReplies(StatementRounds rounds) {
        return TaskRule.of(PROCESS, "Activity_WriteReplies", MilestoneKind.STATEMENTS)
                .onPage("statement-replies")
                .asking(choice("draftOutcome", DraftOutcome.values()))
                .then(submission -> rounds.finish(
                        submission.task().cycle(),
                        submission.answers().choice("draftOutcome", DraftOutcome.class) == DraftOutcome.CHANGED));
    }

    private static void decide(StatementRounds rounds, TaskSubmission submission) {
        switch (submission.answers().choice("missingDecision", MissingDecision.class)) {
            case WAIT -> {}
            case EXTEND ->
                rounds.extend(
                        submission.task().cycle(),
                        submission.answers().date("newDueOn"),
                        submission.person().username());
            case CLOSE ->
                rounds.close(submission.task().cycle(), submission.answers().text("closingReason"));
        }
    }
}
