package fi.hytekello.decision.process;

import static fi.hytekello.worklist.Answer.choice;
import static fi.hytekello.worklist.Answer.date;
import static fi.hytekello.worklist.Answer.text;

import fi.hytekello.cycle.process.CycleVariables;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.DecisionDraft;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Documents;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.worklist.Answers;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskKind;
import fi.hytekello.worklist.TaskRule;
import fi.hytekello.worklist.TaskSubmission;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the models ManagerApproval and BodyDecision ask of the domain; their callers pass the milestone. */
@Configuration(proxyBeanMethods = false)
class DecisionTasks {

    private static final int LONGEST_COMMENT = 4000;

    @Bean
    TaskRule approveDocument(Decisions decisions) {
        return TaskRule.of("ManagerApproval", "Activity_ApproveDocument", null)
                .ofKind(TaskKind.APPROVAL)
                .onPage("manager-approval")
                .asking(
                        choice("managerOutcome", Outcome.APPROVED, Outcome.RETURNED, Outcome.REJECTED),
                        text("comment", LONGEST_COMMENT))
                .then(submission -> decisions.record(DecisionDraft.ofOfficial(
                        submission.task().cycle(),
                        subject(submission.task()),
                        DecidedBy.MANAGER,
                        null,
                        submission.answers().choice("managerOutcome", Outcome.class),
                        submission.answers().text("comment"),
                        submission.person().username())));
    }

    @Bean
    TaskRule recordDecision(Decisions decisions) {
        return TaskRule.of("BodyDecision", "Activity_RecordDecision", null)
                .ofKind(TaskKind.DECISION)
                .asking(
                        choice("bodyOutcome", Outcome.values()),
                        date("decidedOn"),
                        text("section", 40),
                        text("diaryNumber", 60),
                        text("link", 500),
                        text("comment", LONGEST_COMMENT),
                        date("nextMeetingOn"))
                .then(submission -> decisions.record(byBody(submission)));
    }

    @Bean
    JavaDelegate openNewVersion(Documents documents) {
        return execution ->
                documents.openNext(CycleVariables.cycle(execution), Subject.valueOf(CycleVariables.subject(execution)));
    }

    private static DecisionDraft byBody(TaskSubmission submission) {
        OpenTask task = submission.task();
        Answers answers = submission.answers();
        return new DecisionDraft(
                task.cycle(),
                subject(task),
                DecidedBy.valueOf(Objects.requireNonNull(task.body(), "body")),
                task.department(),
                answers.choice("bodyOutcome", Outcome.class),
                answers.text("comment"),
                answers.date("decidedOn"),
                answers.text("section"),
                answers.text("diaryNumber"),
                answers.text("link"),
                answers.date("nextMeetingOn"),
                submission.person().username());
    }

    private static Subject subject(OpenTask task) {
        return Subject.valueOf(Objects.requireNonNull(task.subject(), "subject"));
    }
}
