package fi.hytekello.nomination.process;

import static fi.hytekello.worklist.Answer.choice;
import static fi.hytekello.worklist.Answer.date;
import static fi.hytekello.worklist.Answer.flag;
import static fi.hytekello.worklist.Answer.text;

import fi.hytekello.nomination.MailedAnswer;
import fi.hytekello.nomination.MailedAnswers;
import fi.hytekello.nomination.RequestExtensions;
import fi.hytekello.nomination.RequestReplacements;
import fi.hytekello.nomination.Requests;
import fi.hytekello.worklist.TaskKind;
import fi.hytekello.worklist.TaskRule;
import fi.hytekello.worklist.TaskSubmission;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the models NominationRequest, NominationReplacement and MailedAnswer ask of the domain. */
@Configuration(proxyBeanMethods = false)
class RequestTasks {

    static final String REQUEST = "NominationRequest";
    static final String REPLACEMENT = "NominationReplacement";
    static final String MAILED = "MailedAnswer";
    static final String RESOLVE = "Activity_ResolveMissing";
    static final String CONFIRM = "Activity_ConfirmReplacement";
    static final String RECORD = "Activity_RecordMailedAnswer";

    private static final int LONGEST_REASON = 2000;

    /** What the coordinator does when an organisation has not answered; a gateway reads it. */
    enum MissingDecision {
        EXTEND,
        EXTEND_ALL,
        ESCALATE,
        CLOSE
    }

    @Bean
    JavaDelegate sendNominationRequest(Requests requests) {
        return execution -> {
            execution.setVariable("branch", RequestVariables.request(execution).toString());
            requests.send(RequestVariables.request(execution));
        };
    }

    @Bean
    JavaDelegate closeNominationAnswers(Requests requests) {
        return execution ->
                execution.setVariable("answerMissing", requests.isAnswerMissing(RequestVariables.request(execution)));
    }

    @Bean
    TaskRule resolveMissing(Requests requests, RequestExtensions extensions) {
        return TaskRule.of(REQUEST, RESOLVE, null)
                .ofKind(TaskKind.CORRECTION)
                .onPage("request-missing")
                .asking(
                        choice("missingDecision", MissingDecision.values()),
                        date("newDueOn"),
                        text("closingReason", LONGEST_REASON))
                .then(submission -> resolve(requests, extensions, submission));
    }

    @Bean
    TaskRule confirmReplacement(RequestReplacements replacements) {
        return TaskRule.of(REPLACEMENT, CONFIRM, null)
                .ofKind(TaskKind.CORRECTION)
                .onPage("answer-replacement")
                .asking(flag("replacementConfirmed"), date("membersFrom"))
                .then(submission -> replacements.settle(
                        submission.task().id(),
                        submission.answers().flag("replacementConfirmed"),
                        submission.answers().date("membersFrom"),
                        submission.person()));
    }

    /** The page records what the mail says and completes the task with it. */
    @Bean
    TaskRule recordMailedAnswer(MailedAnswers mailed) {
        return TaskRule.of(MAILED, RECORD, null)
                .ofKind(TaskKind.CORRECTION)
                .onPage("mailed-answer")
                .asking(choice("mailedAnswer", MailedAnswer.Kind.values()))
                .then(submission -> mailed.requireSettled(submission.task().id()));
    }

    private static void resolve(Requests requests, RequestExtensions extensions, TaskSubmission submission) {
        String task = submission.task().id();
        MissingDecision decision = submission.answers().choice("missingDecision", MissingDecision.class);
        switch (decision) {
            case EXTEND, EXTEND_ALL ->
                extensions.extend(
                        task,
                        decision == MissingDecision.EXTEND_ALL,
                        submission.answers().date("newDueOn"));
            case ESCALATE -> requests.escalate(task);
            case CLOSE -> requests.closeEmpty(task, submission.answers().text("closingReason"));
        }
    }
}
