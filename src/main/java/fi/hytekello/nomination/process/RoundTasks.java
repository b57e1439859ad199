package fi.hytekello.nomination.process;

import static fi.hytekello.worklist.Answer.date;
import static fi.hytekello.worklist.Answer.flag;
import static fi.hytekello.worklist.Answer.text;

import fi.hytekello.nomination.Appointment;
import fi.hytekello.nomination.MailedAnswers;
import fi.hytekello.nomination.Round;
import fi.hytekello.nomination.RoundComposing;
import fi.hytekello.nomination.RoundId;
import fi.hytekello.nomination.RoundMeetings;
import fi.hytekello.nomination.Rounds;
import fi.hytekello.worklist.Answers;
import fi.hytekello.worklist.TaskRule;
import fi.hytekello.worklist.TaskSubmission;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the model NominationRound asks of the domain. */
@Configuration(proxyBeanMethods = false)
class RoundTasks {

    private static final String PROCESS = "NominationRound";
    private static final int LONGEST_COMMENT = 2000;

    @Bean
    TaskRule prepareNomination(Rounds rounds) {
        return TaskRule.of(PROCESS, "Activity_PrepareNomination", null)
                .onPage("nomination-prepare")
                .then(submission -> rounds.submit(round(submission)));
    }

    @Bean
    TaskRule approveNomination(Rounds rounds) {
        return TaskRule.of(PROCESS, "Activity_ApproveNomination", null)
                .onPage("nomination-approve")
                .asking(flag("requestApproved"), text("returnComment", LONGEST_COMMENT))
                .then(submission -> {
                    if (submission.answers().flag("requestApproved")) {
                        rounds.approve(round(submission));
                    } else {
                        rounds.returned(round(submission), submission.answers().text("returnComment"));
                    }
                });
    }

    @Bean
    TaskRule composeGroup(RoundComposing composing, RoundMeetings meetings, MailedAnswers mailed) {
        return TaskRule.of(PROCESS, "Activity_ComposeGroup", null)
                .onPage("nomination-compose")
                .asking(
                        flag("groupComposed"),
                        text("appointedBy", LONGEST_COMMENT),
                        date("appointedOn"),
                        text("appointedSection", LONGEST_COMMENT),
                        date("membersFrom"),
                        date("membersUntil"),
                        text("quotaReason", LONGEST_COMMENT),
                        date("firstMeetingFrom").forDomainOnly(),
                        date("firstMeetingUntil").forDomainOnly())
                .then(submission -> {
                    Answers answers = submission.answers();
                    if (answers.flag("groupComposed")) {
                        composing.confirm(round(submission), appointment(answers), submission.person());
                        meetings.plan(
                                round(submission), answers.date("firstMeetingFrom"), answers.date("firstMeetingUntil"));
                    } else {
                        composing.cancel(round(submission));
                    }
                    mailed.roundEnded(round(submission));
                });
    }

    @Bean
    JavaDelegate beginFirstMeeting(RoundMeetings meetings) {
        return execution -> meetings.begin(RoundVariables.round(execution));
    }

    private static Appointment appointment(Answers answers) {
        return new Appointment(
                Objects.requireNonNullElse(answers.text("appointedBy"), ""),
                answers.date("appointedOn"),
                Objects.requireNonNullElse(answers.text("appointedSection"), ""),
                answers.date("membersFrom"),
                answers.date("membersUntil"),
                Objects.requireNonNullElse(answers.text("quotaReason"), ""));
    }

    private static RoundId round(TaskSubmission submission) {
        return Round.ofMatter(submission.task().matter());
    }
}
