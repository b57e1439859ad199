package fi.hytekello.meeting.process;

import static fi.hytekello.worklist.Answer.choice;
import static fi.hytekello.worklist.Answer.text;

import fi.hytekello.meeting.BodyMeetings;
import fi.hytekello.meeting.Elected;
import fi.hytekello.meeting.Meeting;
import fi.hytekello.meeting.MeetingMails;
import fi.hytekello.meeting.MeetingOutcome;
import fi.hytekello.meeting.MeetingPreparation;
import fi.hytekello.meeting.MeetingRecords;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.worklist.Answers;
import fi.hytekello.worklist.TaskRule;
import fi.hytekello.worklist.TaskSubmission;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the model Meeting asks of the domain. */
@Configuration(proxyBeanMethods = false)
class MeetingTasks {

    static final String PROCESS = "Meeting";
    static final String PREPARE = "Activity_PrepareMeeting";
    static final String RECORD = "Activity_RecordMeeting";

    private static final int LONGEST_REASON = 2000;
    private static final int LONGEST_ID = 18;

    @Bean
    JavaDelegate openMeeting(BodyMeetings meetings) {
        return execution -> execution.setVariable(
                MeetingVariables.DATES_TO_ASK,
                meetings.open(
                        MeetingVariables.body(execution),
                        execution.getProcessInstanceId(),
                        MeetingVariables.first(execution)));
    }

    @Bean
    TaskRule prepareMeeting(BodyMeetings meetings) {
        return TaskRule.of(PROCESS, PREPARE, null)
                .onPage("meeting")
                .asking(choice("meetingPreparation", MeetingPreparation.values()), text("reason", LONGEST_REASON))
                .then(submission -> meetings.prepared(
                        meeting(meetings, submission),
                        submission.answers().choice("meetingPreparation", MeetingPreparation.class),
                        submission.answers().text("reason")));
    }

    @Bean
    JavaDelegate askMeetingDates(MeetingMails mails) {
        return execution -> mails.askDates(execution.getProcessInstanceId());
    }

    @Bean
    JavaDelegate inviteToMeeting(MeetingMails mails) {
        return execution -> mails.invite(execution.getProcessInstanceId());
    }

    @Bean
    TaskRule recordMeeting(BodyMeetings meetings, MeetingRecords records) {
        return TaskRule.of(PROCESS, RECORD, null)
                .onPage("meeting-record")
                .asking(
                        choice("meetingOutcome", MeetingOutcome.values()),
                        text("reason", LONGEST_REASON),
                        text("chair", LONGEST_ID),
                        text("viceChair", LONGEST_ID))
                .then(submission -> records.conclude(
                        meeting(meetings, submission),
                        submission.answers().choice("meetingOutcome", MeetingOutcome.class),
                        submission.answers().text("reason"),
                        new Elected(id(submission.answers(), "chair"), id(submission.answers(), "viceChair")),
                        submission.person()));
    }

    @Bean
    JavaDelegate sendMeetingMemo(MeetingMails mails) {
        return execution -> mails.sendMemo(execution.getProcessInstanceId());
    }

    @Bean
    JavaDelegate cancelMeeting(MeetingMails mails) {
        return execution -> mails.cancel(execution.getProcessInstanceId());
    }

    private static Meeting meeting(BodyMeetings meetings, TaskSubmission submission) {
        return meetings.ofProcess(
                submission.task().municipality(), submission.task().processInstance());
    }

    private static @Nullable Long id(Answers answers, String field) {
        String given = answers.text(field);
        try {
            return given == null ? null : Long.valueOf(given);
        } catch (NumberFormatException tampered) {
            throw new InvalidInput(field, "problem.answer.choice");
        }
    }
}
